import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import { placeOfChunk } from './audit-document.ts'
import type { Finding } from './finding.ts'

/** Fewer tokens seldom say anything by themselves. */
const SHORT_TOKENS = 15
/** Joining pieces may pass the limit by a few tokens. */
const LONG_FACTOR = 1.1

/** Passages too short to answer anything, and passages that could not be cut to the limit: one finding each. */
export function findOddSizes({ chunks, manifest }: KnowledgeBase): readonly Finding[] {
  const limit = Math.round(manifest.chunking.maxTokens * LONG_FACTOR)
  const isRow = (source: string): boolean => /#\d+$/.test(source)
  const long = chunks.filter((chunk) => chunk.tokens > limit)
  const short = chunks.filter((chunk) => chunk.tokens < SHORT_TOKENS && !isRow(chunk.source))
  const findings: Finding[] = [
    {
      kind: 'long-passage',
      severity: 'medium',
      message: `${long.length} of ${chunks.length} passages are over ${limit} tokens long`,
      places: long.map(placeOfChunk),
    },
    {
      kind: 'short-passage',
      severity: 'low',
      message: `${short.length} of ${chunks.length} passages are under ${SHORT_TOKENS} tokens long`,
      places: short.map(placeOfChunk),
    },
  ]
  return findings.filter(({ places }) => places.length > 0)
}
