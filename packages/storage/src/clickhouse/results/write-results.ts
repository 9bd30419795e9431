import { countInsertRows, insertFacts } from '../insert-facts.ts'
import type { FactsDatabase } from '../facts-database.ts'
import { cutText } from '../runs/run-row-columns.ts'
import type { RunPlace } from '../runs/append-run-rows.ts'
import type { StoredResult } from './result-row.ts'

/** Writes results of one summary. They count once the control database names its number. */
export async function writeResults(
  facts: FactsDatabase,
  { projectId, runId, at }: RunPlace,
  summary: number,
  results: readonly StoredResult[],
): Promise<void> {
  const rows = results.map(({ position, line, result, question, answer }) => ({
    project_id: projectId,
    run_id: runId,
    summary,
    position,
    at: Math.floor(Date.parse(at) / 1000),
    case_id: result.caseId,
    line,
    outcome: result.outcome,
    passed: result.passed,
    pass_rate: result.passRate,
    type: result.type,
    level: result.level,
    topic: result.topic,
    language: result.language,
    length: result.length,
    tags: result.tags,
    source: result.source,
    component: result.component,
    failed_checks: result.failedChecks,
    question: cutText(question),
    answer: answer === null ? null : cutText(answer),
    result: JSON.stringify(result),
  }))
  const sizes = rows.map((row) => row.result.length + row.question.length + 1_000)
  for (let from = 0; from < rows.length;) {
    const count = countInsertRows(sizes, from)
    const first = results[from]?.position ?? 0
    await insertFacts(
      facts,
      'results',
      rows.slice(from, from + count),
      `${runId}:${summary}:${first}:${count}`,
    )
    from += count
  }
}
