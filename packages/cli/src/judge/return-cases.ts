import type { JudgeLabel, TestCase } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import { returnCase } from '@assay/core/testsets'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { saveTestSet } from '../testset/save-test-set.ts'
import type { Workspace } from '../workspace.ts'
import type { LabelledRun } from './open-labelled-run.ts'

export interface ReturnedCases {
  readonly file: string
  readonly returned: readonly string[]
  /** Not touched: worded otherwise by now, decided after the label, or gone. */
  readonly changed: readonly string[]
}

/** Puts the cases of these labels back into the test set of the run as drafts, each with what is wrong with it. */
export async function returnCases(
  workspace: Workspace,
  run: LabelledRun,
  labels: readonly JudgeLabel[],
): Promise<Result<ReturnedCases>> {
  const set = await loadTestSet(workspace, run.configuration.testSet.name)
  if (!set.ok) return set
  const asked = new Map(run.answers.map(({ testCase }) => [testCase.id, testCase]))
  const byCase = new Map(labels.map((label) => [label.caseId, label]))
  const returned: string[] = []
  const cases = set.value.cases.map((current) => {
    const label = byCase.get(current.id)
    if (label === undefined || !isSame(current, asked.get(current.id)) || isDecidedSince(current, label))
      return current
    returned.push(current.id)
    const reason = [label.outcome, label.note].filter(Boolean).join(': ')
    return returnCase(current, reason, { by: label.labeller, at: label.at })
  })
  const saved = returned.length === 0 ? ok(undefined) : await saveTestSet(workspace, set.value.file, cases)
  if (!saved.ok) return saved
  const changed = [...byCase.keys()].filter((id) => !returned.includes(id))
  return ok({ file: set.value.file, returned, changed })
}

const isSame = (current: TestCase, asked: TestCase | undefined): boolean =>
  asked?.question === current.question && asked.referenceAnswer === current.referenceAnswer

const isDecidedSince = ({ review }: TestCase, { at }: JudgeLabel): boolean =>
  review !== undefined && review.at >= at
