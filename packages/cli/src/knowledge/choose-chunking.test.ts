import { expect, test } from 'vitest'
import { chooseChunking } from './choose-chunking.ts'

const choose = (
  maxTokens?: number,
  overlap?: number,
  earlier?: { maxTokens: number; overlapTokens: number },
) => chooseChunking({ maxTokens, overlap }, earlier)

test('what is not named stays as it was', () => {
  expect(choose()).toEqual({ ok: true, value: { maxTokens: 400, overlapTokens: 40 } })
  expect(choose(200)).toEqual({ ok: true, value: { maxTokens: 200, overlapTokens: 40 } })
  const earlier = { maxTokens: 60, overlapTokens: 40 }
  expect(choose(undefined, undefined, earlier)).toEqual({ ok: true, value: earlier })
  expect(choose(60, undefined, earlier)).toEqual({ ok: true, value: earlier })
})

test('an overlap that nobody named never takes more than half of a chunk', () => {
  expect(choose(60)).toEqual({ ok: true, value: { maxTokens: 60, overlapTokens: 6 } })
})

test('an overlap of more than half is refused with one that would do', () => {
  expect(choose(100, 60)).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-1001', fix: 'write --overlap 10, or a larger --max-tokens' },
  })
  expect(choose(100, 50).ok).toBe(true)
})
