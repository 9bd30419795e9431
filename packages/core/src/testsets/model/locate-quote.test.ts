import type { Chunk } from '@assay/contracts'
import { buildServiceKnowledgeBase } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuote } from './locate-quote.ts'
import { toPassages } from './model-unit.ts'

const [template] = buildServiceKnowledgeBase(1, 1).chunks
const chunk = (id: string, text: string): Chunk => ({ ...template!, id, text, end: text.length })
const locate = (quote: string, ...texts: readonly string[]) =>
  locateQuote(quote, 'p1', toPassages(texts.map((text, index) => chunk(`c${index + 1}`, text))))

describe('the place of a quote', () => {
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

  it('is the raw slice where only the blanks differ', () => {
    expect(locate('waits at most (30 s)', 'It  waits at\n  most (30 s) .')?.quote).toBe(
      'waits at\n  most (30 s)',
    )
  })

  it('prefers words that stand exactly in another passage over other blanks in the named one', () => {
    expect(locate('a b', 'a  b', 'a b')?.chunkId).toBe('c2')
  })

  it.each(['', '  ', '…', 'It waits 31 s', 'it waits 30 s'])('is nowhere for %j', (quote) => {
    expect(locate(quote, 'It waits 30 s.')).toBeNull()
  })

  it('is found for every slice of a passage with a letter in it, as exactly that slice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length
        const quote = text.slice(start, start + 1 + (length % text.length)).trim()
        fc.pre(/[\p{L}\p{N}]/u.test(quote))
        const place = locate(quote, text)
        expect(place?.quote).toBe(quote)
        expect(text.slice(place?.start, place?.end)).toBe(quote)
      }),
    )
  })
})
