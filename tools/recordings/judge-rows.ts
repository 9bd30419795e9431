import { must, type ModelCaller } from '@assay/core'
import { createModelJudge } from '@assay/core/judging'
import { sha256 } from '@assay/storage/files'
import { createCheckPorts } from '@assay/testkit'
import { prepareChecks } from '../../packages/core/src/checks/prepare-checks.ts'
import type { AnswerRow, JudgedRow, PassageRow } from './judged-row.ts'

/** Verdicts of the model judge on answers; rows whose request has no recording yet are left out. */
export async function judgeAnswers(
  rows: readonly AnswerRow[],
  model: ModelCaller,
  read: { readonly check: 'correctness' | 'declining'; readonly positive: string },
): Promise<readonly JudgedRow[]> {
  const judge = createModelJudge({ judgeModelId: model.id, hash: sha256 })
  const judged: JudgedRow[] = []
  for (const { testCase, answer, ...row } of rows) {
    const input = { testCase, answer: { text: answer, latencyMs: 0 } }
    const result = await judge.judge(input, { models: () => model })
    if (!result.ok && result.error.code === 'ASSAY-5001') continue
    const judgement = result.ok ? result.value.find(({ check }) => check === read.check) : undefined
    const isJudged = judgement !== undefined && judgement.outcome !== 'not-judged'
    judged.push({ ...row, saidPositive: isJudged ? judgement.label === read.positive : null })
  }
  return judged
}

/** Verdicts of the faithfulness check by a model: faithful where every claim is supported. */
export async function judgePassages(
  rows: readonly PassageRow[],
  model: ModelCaller,
): Promise<readonly JudgedRow[]> {
  const prepared = prepareChecks([{ check: 'faithfulness', parameters: { judge: 'model' } }], {})
  const check = must(prepared.ok ? prepared.value[0] : null, 'the faithfulness check')
  const ports = { ...createCheckPorts(), model: () => model }
  const judged: JudgedRow[] = []
  for (const { checkCase, ...row } of rows) {
    const { outcome, score, error } = await check.run(checkCase, ports)
    if (error?.code === 'ASSAY-5001') continue
    const isJudged = (outcome === 'pass' || outcome === 'fail') && score !== null
    judged.push({ ...row, saidPositive: isJudged ? score === 1 : null })
  }
  return judged
}
