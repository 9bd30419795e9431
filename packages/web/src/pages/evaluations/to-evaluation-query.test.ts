import { expect, it } from 'vitest'
import { toEvaluationQuery } from './to-evaluation-query.ts'

it('asks for whole days, and for nothing that the address does not say', () => {
  const { from, to } = toEvaluationQuery({ from: '2026-03-01', to: '2026-03-31' })
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBeGreaterThan(30 * 86_400_000)
  expect(toEvaluationQuery({})).toEqual({ limit: 100 })
})

it('reads what is no day as none', () => {
  expect(toEvaluationQuery({ from: 'yesterday', archived: false })).toEqual({ limit: 100 })
})
