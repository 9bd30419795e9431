import type { EvaluationSummary } from '@assay/contracts'
import { countResults, readResultTexts } from '@assay/storage/clickhouse'
import { readEvaluationRun, type FiguresHead } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { readCases } from './figures/read-cases.ts'

type Parts = Pick<Hub, 'control' | 'facts'>

/** The figures of an evaluation with all of its cases, as they were made when it closed; `null`: nothing is finished. */
export async function readSummary(parts: Parts, evaluationId: string): Promise<EvaluationSummary | null> {
  const run = await readEvaluationRun(parts.control, evaluationId)
  if (run === null || run.summary === null) return null
  const of = resultsOf(run)
  const count = await countResults(parts.facts, of, {})
  return {
    ...run.summary,
    cases: await readCases(count, (range) => readResultTexts(parts.facts, of, range)),
  }
}

/** Which results of its run count. */
export const resultsOf = ({ id, projectId, summaryNumber }: FiguresHead) => ({
  projectId,
  runId: id,
  summary: summaryNumber,
})
