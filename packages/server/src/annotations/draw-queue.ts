import type { EndpointRequest, annotationEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  describeQueued,
  drawLabels,
  findDisputed,
  readJudgedAnswers,
  type JudgedAnswer,
  type LabelGround,
} from '@assay/core/judging/calibration'
import { openFinishedRows } from '@assay/core/runs'
import { readEvaluation } from '@assay/storage/postgres'
import { openRunReader } from '../evaluations/open-run.ts'
import type { Hub } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { readLabelledEvaluation } from './find-answers.ts'

export type QueueBody = EndpointRequest<(typeof annotationEndpoints)['createQueue']>['body']

export interface DrawnRow {
  readonly repeat: number
  readonly ground: LabelGround
}

/**
 * Answers of an evaluation to label, drawn as `assay judge label` draws them: the same seed gives the same rows first, so that a
 * longer queue of the same evaluation goes on with the draw of a shorter one. Fails with ASSAY-7021 where no judge looked at an answer.
 */
export async function drawQueue(
  parts: Pick<Hub, 'control' | 'facts'>,
  projectId: string,
  { evaluationId, againstEvaluationId, rows, randomShare }: QueueBody,
): Promise<Result<readonly DrawnRow[]>> {
  const answers = await readAnswers(parts, projectId, evaluationId)
  if (!answers.ok) return answers
  const others =
    againstEvaluationId === undefined ? ok([]) : await readAnswers(parts, projectId, againstEvaluationId)
  if (!others.ok) return others
  const labelled = await readLabelledEvaluation(parts.control, evaluationId)
  if (labelled === null) return notThere(evaluationId)
  const { configuration, answersId } = labelled
  const disputed = findDisputed(answers.value, others.value)
  const candidates = answers.value.map(({ unit, verdict }) => ({
    unit,
    verdict,
    isDisputed: disputed.has(unit),
  }))
  const byUnit = new Map(answers.value.map((answer) => [answer.unit, answer]))
  const { judge, target } = configuration
  return ok(
    drawLabels(candidates, { n: rows, seed: answersId, randomShare }).flatMap((drawn) => {
      const answer = byUnit.get(drawn.unit)
      return answer === undefined
        ? []
        : [
            {
              repeat: answer.verdict.repeat,
              ground: describeQueued({ answersId, judge, target }, { ...answer, drawn }),
            },
          ]
    }),
  )
}

async function readAnswers(
  parts: Pick<Hub, 'control' | 'facts'>,
  projectId: string,
  evaluationId: string,
): Promise<Result<readonly JudgedAnswer[]>> {
  const evaluation = await readEvaluation(parts.control, evaluationId)
  if (evaluation === null || evaluation.projectId !== projectId) return notThere(evaluationId)
  const reader = await openRunReader(parts, evaluationId)
  const answers = reader === null ? [] : await readJudgedAnswers(reader, openFinishedRows(reader))
  return answers.length > 0
    ? ok(answers)
    : fail(
        createError('ASSAY-7021', {
          where: evaluation.name,
          message: 'No judge looked at an answer of this evaluation',
          fix: 'check its stored answers again with a judge',
        }),
      )
}
