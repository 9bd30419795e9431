import type { Chunk, Evidence } from '@assay/contracts'
import type { Passage } from './model-unit.ts'

/**
 * Where a model's quote stands: in the passage it names, else in another one it was shown; exactly, else with other
 * blanks between the words. The evidence is the passage's own slice. `null`: it stands nowhere.
 */
export function locateQuote(quote: string, label: string, passages: readonly Passage[]): Evidence | null {
  const words = quote.trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return null
  const ordered = passages.toSorted(
    (left, right) => Number(right.label === label) - Number(left.label === label),
  )
  for (const find of [findExactly, findByWords])
    for (const { chunk } of ordered) {
      const place = find(chunk, words)
      if (place !== null) return toEvidence(chunk, place)
    }
  return null
}

type Place = readonly [start: number, end: number]

const findExactly = ({ text }: Chunk, words: string): Place | null => {
  const start = text.indexOf(words)
  return start === -1 ? null : [start, start + words.length]
}

function findByWords({ text }: Chunk, words: string): Place | null {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`)
  const match = new RegExp(pattern, 'u').exec(text)
  return match === null ? null : [match.index, match.index + match[0].length]
}

const toEvidence = (chunk: Chunk, [start, end]: Place): Evidence => ({
  chunkId: chunk.id,
  start,
  end,
  quote: chunk.text.slice(start, end),
})
