import type { Chunk } from '@assay/contracts'
import type { Block } from '../../../knowledge/parse-markdown.ts'
import { factId, sourceAt } from '../extract/make-triple.ts'
import type { Triple } from '../triple.ts'
import type { Domain } from './self-contained.ts'

const small = /^(?:of|the|and|for|in|to|on|a|an|de|la|du|des|von|&)$/i

/** "personal protective equipment (PPE)": the letters must be the words' own initials, all of them. */
export function readAbbreviations(
  chunk: Chunk,
  block: Block,
  { usedAbbreviations, singleTopic }: Domain,
): readonly Triple[] {
  const text = chunk.text.slice(block.start, block.end)
  return [...text.matchAll(/\(([A-Z]{2,7})\)/g)].flatMap((match) => {
    const before = /(?:[\p{L}][\p{L}\p{N}'’-]*\s+){1,10}$/u.exec(text.slice(0, match.index))?.[0] ?? ''
    const name = nameFor(match[1] ?? '', before)
    // Three letters stand for many things where the documents have no topic of their own.
    if (!singleTopic && (match[1] ?? '').length <= 3) return []
    if (name === null || !usedAbbreviations.has(match[1] ?? '')) return []
    const start = block.start + match.index - (before.length - before.lastIndexOf(name))
    return [
      abbreviationTriple(chunk, {
        short: match[1] ?? '',
        name: name.trim().replace(/\s+/g, ' '),
        span: { start, end: block.start + match.index + match[0].length },
      }),
    ]
  })
}

/** The shortest run of words before the parenthesis whose initials spell the letters. */
function nameFor(short: string, before: string): string | null {
  const words = [...before.matchAll(/[\p{L}][\p{L}\p{N}'’-]*/gu)].map((match) => ({
    word: match[0],
    at: match.index,
  }))
  let letters = short.toLowerCase()
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const { word = '', at = 0 } = words[index] ?? {}
    const initials = word
      .split('-')
      .map((part) => part[0]?.toLowerCase() ?? '')
      .join('')
    const matched = letters.endsWith(initials)
      ? initials
      : letters.endsWith(initials[0] ?? '')
        ? (initials[0] ?? '')
        : ''
    if (matched !== '') letters = letters.slice(0, -matched.length)
    else if (!small.test(word)) return null
    if (letters === '') return small.test(word) && matched === '' ? null : before.slice(at)
  }
  return null
}

function abbreviationTriple(
  chunk: Chunk,
  { short, name, span }: { short: string; name: string; span: { start: number; end: number } },
): Triple {
  return {
    id: factId(chunk, span, 'stands for'),
    shape: 'prose',
    subject: { name: short, kind: 'abbreviation', phrase: short, plural: false, thing: true },
    ask: { form: 'clause', frame: 'stands-for', question: `what does ${short} stand for` },
    attribute: 'stands for',
    value: { kind: 'name', text: name, aliases: [], code: false },
    source: sourceAt(chunk, span, 'abbreviations'),
    statement: `${short} stands for ${name}.`,
  }
}
