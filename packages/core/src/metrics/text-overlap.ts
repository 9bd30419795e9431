import { fnvOfText, fnvStart, fnvStep } from '../fnv-1a.ts'

/** Text cut to what overlap is measured on: its set of overlapping word triples, as 32-bit hashes. */
export interface Shingles {
  readonly hashes: ReadonlySet<number>
  readonly tokens: number
}

/** Words in sequence, not single words: a long passage holds most words of any short one by chance. */
const shingleLength = 3

/** Words are runs of letters and digits in lower case; scripts without spaces give one word a character. */
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{Letter}\p{Mark}\p{Number}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv

/** A text shorter than a shingle is one shingle, an empty one none. */
export function shingleText(text: string): Shingles {
  const words = (text.normalize('NFKC').toLowerCase().match(wordPattern) ?? []).map((word) => fnvOfText(word))
  const hashes = new Set<number>()
  const last = Math.max(Math.min(words.length, 1), words.length - shingleLength + 1)
  for (let start = 0; start < last; start += 1) hashes.add(hashShingle(words, start))
  return { hashes, tokens: words.length }
}

/** Share of `part` that stands in `whole`: |part ∩ whole| / |part| (containment, Broder 1997). 0 for an empty part. */
export function containment(part: Shingles, whole: Shingles): number {
  let shared = 0
  for (const hash of part.hashes) if (whole.hashes.has(hash)) shared += 1
  return part.hashes.size === 0 ? 0 : shared / part.hashes.size
}

function hashShingle(words: readonly number[], start: number): number {
  let hash = fnvStart
  for (let index = start; index < start + shingleLength; index += 1)
    hash = fnvStep(hash, words[index] ?? 0) ^ (hash >>> 15)
  return hash
}
