import { createError, fail, ok, type Result } from '@assay/core'
import { drawLabels, findDisputed, type QueuedAnswer } from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'
import { openLabelledRun, type LabelledRun } from './open-labelled-run.ts'

export interface QueueRequest {
  readonly n: number
  /** A run in which another judge judged the same answers: where they differ, a label tells most. */
  readonly against: string | undefined
  /** These cases, chosen by hand, instead of a draw. */
  readonly cases: readonly string[] | undefined
}

/** The same run and number give the same queue, so that it can be left and taken up, and labelled by a second person. */
export async function queueLabels(
  workspace: Workspace,
  run: LabelledRun,
  { n, against, cases }: QueueRequest,
): Promise<Result<readonly QueuedAnswer[]>> {
  if (cases !== undefined) return chooseByHand(run, cases)
  const disputed = await readDisputed(workspace, run, against)
  if (!disputed.ok) return disputed
  const candidates = run.answers.map(({ unit, verdict }) => ({
    unit,
    verdict,
    isDisputed: disputed.value.has(unit),
  }))
  const answers = new Map(run.answers.map((answer) => [answer.unit, answer]))
  return ok(
    drawLabels(candidates, { n, seed: run.answersId }).flatMap((drawn) => {
      const answer = answers.get(drawn.unit)
      return answer === undefined ? [] : [{ ...answer, drawn }]
    }),
  )
}

function chooseByHand(
  { answers, manifest }: LabelledRun,
  cases: readonly string[],
): Result<readonly QueuedAnswer[]> {
  const unknown = cases.filter((id) => !answers.some(({ testCase }) => testCase.id === id))
  if (unknown.length > 0)
    return fail(
      createError('ASSAY-1001', {
        message: `The run has no judged case ${unknown.join(', ')}`,
        where: manifest.name,
        fix: 'list its cases with `assay eval show`',
      }),
    )
  return ok(
    answers
      .filter(({ testCase }) => cases.includes(testCase.id))
      .map((answer) => ({
        ...answer,
        drawn: { unit: answer.unit, drawnBy: 'by-hand', stratum: 'plain', inclusionProbability: null },
      })),
  )
}

async function readDisputed(
  workspace: Workspace,
  { answers }: LabelledRun,
  against: string | undefined,
): Promise<Result<ReadonlySet<string>>> {
  if (against === undefined) return ok(new Set())
  const other = await openLabelledRun(workspace, against)
  return other.ok ? ok(findDisputed(answers, other.value.answers)) : other
}
