import type { JudgeLabel, TestCase, VerdictRow } from '@assay/contracts'
import type { RunReader } from '../../ports/run-store.ts'
import type { FinishedRows } from '../../runs/finished-rows.ts'
import type { RunVerdict } from './correct-judged-rate.ts'
import { readDecidingVerdicts } from './read-deciding-verdicts.ts'

/** The judge's verdicts that decide whether an answer passes, without any text. Broken ones are left out. */
export async function readRunVerdicts(
  run: Pick<RunReader, 'rows'>,
  finished: FinishedRows,
): Promise<readonly RunVerdict[]> {
  const cases = new Map<string, Pick<TestCase, 'type' | 'clusterKey'>>()
  for await (const { id, type, clusterKey } of run.rows('cases')) cases.set(id, { type, clusterKey })
  const verdicts = await readDecidingVerdicts(finished, cases)
  return [...verdicts.values()].map((row) => ({
    unit: row.unit,
    clusterKey: cases.get(row.caseId)?.clusterKey ?? row.caseId,
    verdict: toVerdict(row),
  }))
}

/** What a verdict row says, as a label keeps it. */
export const toVerdict = ({ outcome, label, score }: VerdictRow): JudgeLabel['verdict'] => ({
  outcome,
  ...(label === undefined ? {} : { label }),
  score: score ?? null,
})
