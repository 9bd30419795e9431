import type { Chunk } from '@assay/contracts'
import { buildServiceKnowledgeBase } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { locateEvidence } from './locate-evidence.ts'
import { toPassages } from './model-unit.ts'

const [template] = buildServiceKnowledgeBase(1, 1).chunks
const chunk = (id: string, text: string): Chunk => ({ ...template!, id, text, end: text.length })
const locate = (quote: string, ...texts: readonly string[]) =>
  locateEvidence(quote, 'p1', toPassages(texts.map((text, index) => chunk(`c${index + 1}`, text))))

describe('the evidence of a quote', () => {
  it('is the slice of the passage that it names', () => {
    expect(locate('30 s', 'It waits 30 s.', 'Also 30 s.')).toEqual({
      chunkId: 'c1',
      start: 9,
      end: 13,
      quote: '30 s',
    })
  })

  it('is in another passage when the named one does not hold it', () => {
    expect(locate('one minute', 'It waits 30 s.', 'It waits one minute.')?.chunkId).toBe('c2')
  })

  it('is the raw slice where only blanks and case differ', () => {
    expect(locate('Waits at most (30 s)', 'It  waits at\n  most (30 s) .')?.quote).toBe(
      'waits at\n  most (30 s',
    )
  })

  it.each(['', '  ', '…', 'It waits 31 s', '3 s', 'wait'])('is nowhere for %j', (quote) => {
    expect(locate(quote, 'It waits 30 s, not 13 s.')).toBeNull()
  })
})
