import type { TestCase } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import type { Workspace } from '../workspace.ts'
import { readSide } from './read-report.ts'

interface AnsweredCase {
  readonly testCase: TestCase
  /** Of the attempt that a report shows. */
  readonly text: string
  /** `null`: it was not judged. */
  readonly passed: boolean | null
}

/** The cases of a run that have an answer, in the order of the test set; no verdict and no passage is kept. */
export async function readAnsweredCases(
  workspace: Workspace,
  run: string,
): Promise<Result<readonly AnsweredCase[]>> {
  const side = await readSide(workspace, run)
  if (!side.ok) return side
  const { reader, finished, summary } = side.value
  const results = new Map(summary.cases.map((result) => [result.caseId, result]))
  const texts = new Map<string, string>()
  for await (const { caseId, repeat, answer } of finished.rows('attempts'))
    if (answer !== null && repeat === results.get(caseId)?.shownRepeat) texts.set(caseId, answer.text)
  const answered: AnsweredCase[] = []
  for await (const testCase of reader.rows('cases')) {
    const text = texts.get(testCase.id)
    if (text !== undefined)
      answered.push({ testCase, text, passed: results.get(testCase.id)?.passed ?? null })
  }
  return ok(answered)
}
