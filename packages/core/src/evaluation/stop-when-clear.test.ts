import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { VerdictRow } from '@assay/contracts'
import { createStopWatch, drawOrder, valueOfVerdicts } from './stop-when-clear.ts'

const ids = Array.from({ length: 200 }, (_, index) => `c${index}`)

it('finds the side early where the rate is far from the threshold, and none where it is at it', () => {
  const good = createStopWatch(ids, 0.8)
  const seen = ids.findIndex((id) => {
    good.see(id, true)
    return good.answer() !== null
  })
  expect(good.answer()).toBe('above')
  expect(seen).toBeLessThan(60)

  const bad = createStopWatch(ids, 0.8)
  for (const id of ids.slice(0, 40)) bad.see(id, false)
  expect(bad.answer()).toBe('below')

  const even = createStopWatch(ids, 0.8)
  for (const [index, id] of ids.slice(0, 150).entries()) even.see(id, index % 5 !== 0)
  expect(even.answer()).toBeNull()
  expect(even.estimate()).toMatchObject({ n: 150, value: 0.8 })
})

it('says the same in whatever order the answers come in', () => {
  const outcome = fc.constantFrom(true, false, null)
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 60, maxLength: 60 }), fc.integer(), (values, seed) => {
      const order = ids.slice(0, 60)
      const [straight, mixed] = [createStopWatch(order, 0.5), createStopWatch(order, 0.5)]
      for (const [index, id] of order.entries()) straight.see(id, values[index] ?? null)
      for (const id of drawOrder(order, seed)) mixed.see(id, values[order.indexOf(id)] ?? null)
      expect(mixed.answer()).toBe(straight.answer())
      expect(mixed.estimate()).toEqual(straight.estimate())
    }),
  )
})

it('waits for the one that is still being answered', () => {
  const watch = createStopWatch(ids, 0.5)
  for (const id of ids.slice(1)) watch.see(id, true)
  expect(watch.answer()).toBeNull()
  watch.see('c0', true)
  expect(watch.answer()).toBe('above')
})

it('draws the same order from the same seed, and another from another', () => {
  expect(drawOrder(ids, 1)).toEqual(drawOrder(ids, '1'))
  expect(drawOrder(ids, 1)).not.toEqual(drawOrder(ids, 2))
  expect([...drawOrder(ids, 1)].toSorted()).toEqual([...ids].toSorted())
})

it('counts by the figure of its gate: the judge alone, or with the checks', () => {
  const row = (parts: Partial<VerdictRow>): VerdictRow => ({
    unit: 'u',
    caseId: 'c',
    repeat: 0,
    check: 'correctness',
    checkKey: 'k',
    outcome: 'pass',
    ...parts,
  })
  const rows = [row({ label: 'correct' }), row({ check: 'json', required: true, outcome: 'fail' })]
  expect(valueOfVerdicts(rows, false, { figure: 'correctness', threshold: 0.8 })).toBe(true)
  expect(valueOfVerdicts(rows, false, { figure: 'passing', threshold: 0.8 })).toBe(false)
  expect(valueOfVerdicts([], false, { figure: 'passing', threshold: 0.8 })).toBeNull()
})
