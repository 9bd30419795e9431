import { buildTestCase, createMemoryRunStore } from '@assay/testkit'
import type { VerdictRow } from '@assay/contracts'
import { expect, test } from 'vitest'
import { openFinishedRows } from '../runs/finished-rows.ts'
import { observeRun } from './read-requirement-cases.ts'

type Verdict = Partial<VerdictRow> & Pick<VerdictRow, 'check' | 'outcome'>

/** Each case with the verdicts of its attempts, repeat by repeat. */
async function observe(cases: Readonly<Record<string, readonly (readonly Verdict[])[]>>) {
  const ids = Object.keys(cases)
  const rows = ids.flatMap((caseId) =>
    (cases[caseId] ?? []).map((verdicts, repeat) => ({
      caseId,
      repeat,
      unit: `${caseId}#${repeat}`,
      verdicts,
    })),
  )
  const run = createMemoryRunStore(
    {},
    {
      cases: [...ids, 'not-asked'].map((id) => buildTestCase({ id, tags: [id.slice(0, 1)] })),
      units: rows.map(({ unit }) => ({ key: unit, status: 'done' as const })),
      attempts: rows.map(({ caseId, repeat, unit }) => ({
        unit,
        caseId,
        repeat,
        at: '2026-01-01T00:00:00.000Z',
        tries: 1,
        answer: { text: 'yes', latencyMs: 1 },
        error: null,
      })),
      verdicts: rows.flatMap(({ caseId, repeat, unit, verdicts }) =>
        verdicts.map((each) => ({ unit, caseId, repeat, checkKey: 'k', ...each })),
      ),
    },
  )
  return observeRun(run, openFinishedRows(run))
}

const judged = (outcome: VerdictRow['outcome']): Verdict => ({
  check: 'correctness',
  outcome,
  label: outcome === 'pass' ? 'correct' : 'incorrect',
})
const checked = (check: string, outcome: VerdictRow['outcome']): Verdict => ({
  check,
  outcome,
  required: true,
})

test('without checks a case fulfils a requirement as a whole, attempt by attempt; who was not asked is left out', async () => {
  const run = await observe({
    a: [[judged('pass')], [judged('fail')]],
    b: [[judged('pass'), checked('json', 'fail')]],
    c: [[judged('not-judged')]],
  })
  const cases = run.casesOf({ isLinked: () => true, checks: [] })
  expect(cases.map(({ caseId, passes }) => [caseId, passes])).toEqual([
    ['a', [true, false]],
    ['b', [false]],
    ['c', [null]],
  ])
})

test('with checks only those count: one that does not apply says nothing, one that was not run leaves it open', async () => {
  const run = await observe({
    a: [[judged('fail'), checked('json', 'pass'), checked('pii', 'not-applicable')]],
    b: [[judged('pass'), checked('json', 'fail'), checked('pii', 'pass')]],
    c: [[judged('pass'), checked('pii', 'pass')]],
    d: [[judged('pass'), checked('json', 'not-applicable'), checked('pii', 'not-applicable')]],
  })
  const of = (checks: readonly string[]) =>
    run.casesOf({ isLinked: () => true, checks }).map(({ passes }) => passes[0])
  expect(of(['json', 'pii'])).toEqual([true, false, null, null])
  expect(of(['correctness'])).toEqual([false, true, true, true])
  expect(of(['correctness', 'json'])).toEqual([false, false, null, true])
})

test('only linked cases are looked at', async () => {
  const run = await observe({ a: [[judged('pass')]], b: [[judged('pass')]] })
  const linked = run.casesOf({ isLinked: ({ tags }) => tags.includes('b'), checks: [] })
  expect(linked.map(({ caseId }) => caseId)).toEqual(['b'])
})
