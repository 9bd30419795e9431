import { expect, test } from 'vitest'
import { matchRetrievedSource } from './match-retrieved-source.ts'

const passage =
  'An invoice is sent on the first of each month. It is paid by card unless the contract says otherwise.'
const other = 'The free plan holds three projects. A project is kept for ninety days after its last change.'
const byId = (id: string, source: string) => matchRetrievedSource([{ id, text: other }], source, [])

test.each([
  ['billing.md', 'billing.md'],
  ['billing.md', 'guide/billing.md'],
  ['/srv/kb/guide/billing.md', 'guide/billing.md'],
  ['Guide\\Billing.md#refunds', 'guide/billing.md'],
  ['kb:guide/billing.md:12', 'billing.md'],
  ['billing.md-3', 'billing.md'],
  ['billing#2', 'billing.md'],
  ['billing_chunk_12', 'billing.md'],
  ['billing/4', 'billing.md'],
  ['https://example.com/billing#paying', 'https://example.com/billing'],
])('the id %j names %j', (id, source) => {
  expect(byId(id, source)).toBe(true)
})

test.each([
  ['plans.md', 'billing.md'],
  ['faq-billing.md', 'billing.md'],
  ['billing-faq.md', 'billing.md'],
  ['billing2.md', 'billing.md'],
  ['billing-2.md', 'billing.md'],
  ['billing.mdx', 'billing.md'],
  ['api/index.md', 'guide/index.md'],
  ['https://example.com/plans', 'https://example.com/'],
  ['4711', 'billing.md'],
  ['', 'billing.md'],
  ['billing.md', ''],
])('the id %j does not name %j', (id, source) => {
  expect(byId(id, source)).toBe(false)
})

test('a document without a telling id is of a source whose known passage it overlaps', () => {
  const passages = [{ id: 'p1', text: passage }]
  expect(matchRetrievedSource([{ id: '4711', text: `${passage} ${other}` }], 'billing.md', passages)).toBe(
    true,
  )
  expect(matchRetrievedSource([{ text: passage.slice(0, 60) }], 'billing.md', passages)).toBe(true)
  expect(matchRetrievedSource([{ text: other }], 'billing.md', passages)).toBe(false)
  expect(matchRetrievedSource([], 'billing.md', passages)).toBe(false)
})
