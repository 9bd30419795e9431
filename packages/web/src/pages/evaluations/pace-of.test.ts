import { expect, it } from 'vitest'
import { paceOf } from './pace-of.ts'

it('says how fast it goes and how long it still takes', () => {
  expect(paceOf({ done: 62, total: 100 }, 20_000)).toEqual({ perSecond: '3.1', leftMs: 12_258 })
})

it('foretells nothing from a handful of answers', () => {
  expect(paceOf({ done: 2, total: 100 }, 1_000)).toEqual({ perSecond: '2.0', leftMs: null })
  expect(paceOf({ done: 0, total: 100 }, 1_000)).toBeNull()
})
