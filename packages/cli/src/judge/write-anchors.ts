import type { JudgeLabel } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import { settleLabels, type JudgedAnswer } from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'

/**
 * Writes the settled answers of a run as a file for `--in`: an anchor set, judged again whenever the judge's model or
 * prompt changes. Gives how many.
 */
export async function writeAnchors(
  workspace: Pick<Workspace, 'writeText'>,
  run: {
    readonly answersId: string
    readonly answers: readonly Pick<JudgedAnswer, 'unit' | 'testCase' | 'answer'>[]
  },
  labels: readonly JudgeLabel[],
  file: string,
): Promise<Result<number>> {
  const answers = new Map(run.answers.map((answer) => [answer.unit, answer]))
  const rows = settleLabels(labels.filter(({ runId }) => runId === run.answersId)).rows.flatMap(
    ({ about, truth }) => {
      const answer = answers.get(about.unit)
      if (answer === undefined || (truth !== 'right' && truth !== 'wrong')) return []
      const { testCase } = answer
      // Repeats of a case are cases of their own here.
      return [
        {
          testCase: { ...testCase, id: about.unit },
          answer: answer.answer.text,
          label: about.outcome,
          labeller: about.labeller,
        },
      ]
    },
  )
  const written = await workspace.writeText(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return written.ok ? ok(rows.length) : written
}
