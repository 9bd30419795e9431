import type { JudgeLabel, VerdictRow } from '@assay/contracts'
import { evaluationChecks } from '../../evaluation/observation.ts'
import type { RunReader } from '../../ports/run-store.ts'
import type { FinishedRows } from '../../runs/finished-rows.ts'
import type { RunVerdict } from './correct-judged-rate.ts'

/** The judge's verdicts that decide whether an answer passes, without any text. Broken ones are left out. */
export async function readRunVerdicts(
  run: Pick<RunReader, 'rows'>,
  finished: FinishedRows,
): Promise<readonly RunVerdict[]> {
  const cases = new Map<string, { readonly clusterKey: string; readonly deciding: string }>()
  for await (const { id, type, clusterKey } of run.rows('cases'))
    cases.set(id, {
      clusterKey,
      deciding: type === 'out-of-scope' ? evaluationChecks.declining : evaluationChecks.correctness,
    })
  const verdicts = new Map<string, RunVerdict>()
  for await (const row of finished.rows('verdicts')) {
    const about = cases.get(row.caseId)
    if (
      about === undefined ||
      row.check !== about.deciding ||
      row.required !== undefined ||
      row.outcome === 'error'
    )
      continue
    verdicts.set(row.unit, { unit: row.unit, clusterKey: about.clusterKey, verdict: toVerdict(row) })
  }
  return [...verdicts.values()]
}

/** What a verdict row says, as a label keeps it. */
export const toVerdict = ({ outcome, label, score }: VerdictRow): JudgeLabel['verdict'] => ({
  outcome,
  ...(label === undefined ? {} : { label }),
  score: score ?? null,
})
