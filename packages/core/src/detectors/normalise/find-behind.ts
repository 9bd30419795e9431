import type { DetectedSpan } from '../../ports/detector.ts'
import { resolveOverlaps } from '../resolve-overlaps.ts'
import { decodeHidden } from './decode-hidden.ts'
import { undisguise } from './normalise-text.ts'

type Find = (text: string) => readonly DetectedSpan[] | Promise<readonly DetectedSpan[]>

/** Comments and hidden elements hold their text as it is; what is turned round or shifted is no form that anybody could use. */
const isEncoding = (encoding: string): boolean => !/comment|hidden-html|rot13|backwards/.test(encoding)

/** What is found in a text as it stands, without its disguise, and in what it holds encoded: that is one span, the encoded part. */
export async function findBehind(text: string, find: Find): Promise<readonly DetectedSpan[]> {
  const spans = [...(await find(text))]
  const plain = undisguise(text)
  if (plain.text !== text)
    for (const span of await find(plain.text)) {
      const start = plain.origins[span.start] ?? 0
      spans.push({ ...span, start, end: Math.max(start + 1, plain.origins[span.end] ?? text.length) })
    }
  for (const piece of decodeHidden(text).filter(({ encoding }) => isEncoding(encoding)))
    for (const { label, score } of await find(piece.text))
      spans.push({ label, score, start: piece.start, end: piece.end })
  return resolveOverlaps(spans)
}
