import type { VerdictRow } from '@assay/contracts'
import { createMemoryRunStore } from '@assay/testkit'
import { expect, it } from 'vitest'
import { openFinishedRows } from './finished-rows.ts'

const verdict = (unit: string, checkKey: string, outcome: VerdictRow['outcome']): VerdictRow => ({
  unit,
  caseId: unit,
  repeat: 0,
  check: 'correctness',
  checkKey,
  outcome,
})

it('counts the last verdict of each check on each finished unit, in the order written', async () => {
  const store = createMemoryRunStore(
    {},
    {
      units: [
        { key: 'a', status: 'done' },
        { key: 'b', status: 'failed' },
      ],
      verdicts: [
        verdict('a', 'rules-1', 'fail'),
        verdict('open', 'rules-1', 'pass'),
        verdict('b', 'rules-1', 'error'),
        verdict('a', 'rules-2', 'pass'),
        verdict('a', 'rules-1', 'pass'),
      ],
    },
  )
  const rows = await Array.fromAsync(openFinishedRows(store).rows('verdicts'))
  expect(rows.map((row) => `${row.unit} ${row.checkKey} ${row.outcome}`)).toEqual([
    'b rules-1 error',
    'a rules-2 pass',
    'a rules-1 pass',
  ])
})
