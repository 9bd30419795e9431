import type { TargetAnswer, TestCase, VerdictRow } from '@assay/contracts'
import type { RunReader } from '../../ports/run-store.ts'
import type { FinishedRows } from '../../runs/finished-rows.ts'
import { readDecidingVerdicts } from './read-deciding-verdicts.ts'

/** One answer of a run and the verdict that decides whether it passes. */
export interface JudgedAnswer {
  readonly unit: string
  readonly testCase: TestCase
  readonly answer: TargetAnswer
  readonly verdict: VerdictRow
}

/** The answers of a run that its judge looked at, in the order of its cases. Broken ones are left out. */
export async function readJudgedAnswers(
  run: RunReader,
  finished: FinishedRows,
): Promise<readonly JudgedAnswer[]> {
  const cases = new Map<string, TestCase>()
  for await (const testCase of run.rows('cases')) cases.set(testCase.id, testCase)
  const answers = new Map<string, TargetAnswer>()
  for await (const { unit, answer } of finished.rows('attempts'))
    if (answer !== null) answers.set(unit, answer)
  const verdicts = await readDecidingVerdicts(finished, cases)
  const places = new Map([...cases.keys()].map((id, place) => [id, place]))
  return [...verdicts.values()]
    .flatMap((verdict): JudgedAnswer[] => {
      const { unit, caseId } = verdict
      const [testCase, answer] = [cases.get(caseId), answers.get(unit)]
      return testCase === undefined || answer === undefined ? [] : [{ unit, testCase, answer, verdict }]
    })
    .sort((a, b) => (places.get(a.testCase.id) ?? 0) - (places.get(b.testCase.id) ?? 0))
}
