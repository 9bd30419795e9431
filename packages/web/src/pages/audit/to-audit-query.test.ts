import { expect, it } from 'vitest'
import { toAuditQuery } from './to-audit-query.ts'

it('takes both days whole', () => {
  const { from, to } = toAuditQuery({ from: '2026-03-01', to: '2026-03-01' })
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3_600_000 - 1)
  expect(new Date(from ?? '').getHours()).toBe(0)
})

it('leaves out what is no day', () => {
  expect(toAuditQuery({ from: 'soon' })).toMatchObject({ from: undefined, to: undefined })
})
