import { describe, expect, it } from 'vitest'
import { computeBitsPerByte } from './bits-per-byte.ts'
import { computeDistinctN } from './distinct-n.ts'
import { computePerplexity } from './perplexity.ts'
import { computeSelfBleu } from './self-bleu.ts'

describe('variety', () => {
  it('counts different n-grams over all n-grams', () => {
    expect(computeDistinctN(['a b a b', 'a b'], { n: 2 })).toBeCloseTo(2 / 4, 12)
    expect(computeDistinctN(['A a'], { n: 1, lowercase: true })).toBeCloseTo(0.5, 12)
    expect(computeDistinctN(['word'], { n: 2 })).toBeNull()
  })

  it('is lowest where all texts are one', () => {
    expect(computeSelfBleu(['the same five words here', 'the same five words here'])).toBeCloseTo(100, 9)
    expect(computeSelfBleu(['one two three four', 'five six seven eight'])).toBeLessThan(20)
    expect(computeSelfBleu(['alone'])).toBeNull()
  })
})

describe('surprise', () => {
  it('is the number of equally likely tokens', () => {
    expect(computePerplexity([Math.log(1 / 8), Math.log(1 / 8)])).toBeCloseTo(8, 12)
    expect(computePerplexity([])).toBeNull()
  })

  it('counts bits for each byte of the text, whatever its tokens', () => {
    expect(computeBitsPerByte([Math.log(1 / 4), Math.log(1 / 4)], 4)).toBeCloseTo(1, 12)
    expect(computeBitsPerByte([], 0)).toBeNull()
  })
})
