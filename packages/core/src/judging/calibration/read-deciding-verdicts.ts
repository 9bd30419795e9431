import type { TestCase, VerdictRow } from '@assay/contracts'
import { evaluationChecks } from '../../evaluation/observation.ts'
import type { FinishedRows } from '../../runs/finished-rows.ts'

/** By unit, the judge's verdict that decides whether the answer passes. Broken ones are left out. */
export async function readDecidingVerdicts(
  finished: FinishedRows,
  cases: ReadonlyMap<string, Pick<TestCase, 'type'>>,
): Promise<ReadonlyMap<string, VerdictRow>> {
  const { declining, correctness } = evaluationChecks
  const verdicts = new Map<string, VerdictRow>()
  for await (const row of finished.rows('verdicts')) {
    const about = cases.get(row.caseId)
    const deciding = about?.type === 'out-of-scope' ? declining : correctness
    const isVerdict = row.check === deciding && row.required === undefined && row.outcome !== 'error'
    if (about !== undefined && isVerdict) verdicts.set(row.unit, row)
  }
  return verdicts
}
