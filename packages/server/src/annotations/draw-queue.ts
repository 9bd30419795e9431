import type { EndpointRequest, annotationEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { readEvaluation } from '@assay/storage/postgres'
import { computeFigures } from '../evaluations/figures/figures.ts'
import { readRunLines } from '../evaluations/figures/run-lines.ts'
import type { Hub } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import type { DrawnRow } from './draw-rows.ts'
import { readLabelledEvaluation } from './find-answers.ts'

export type QueueBody = EndpointRequest<(typeof annotationEndpoints)['createQueue']>['body']
type Parts = Pick<Hub, 'control' | 'facts'>

/** Answers of an evaluation to label. Fails with ASSAY-9003, and with ASSAY-7021 where no judge looked at an answer. */
export async function drawQueue(
  parts: Parts,
  projectId: string,
  { evaluationId, againstEvaluationId, rows, randomShare }: QueueBody,
): Promise<Result<readonly DrawnRow[]>> {
  const run = await readLinesOfProject(parts, projectId, evaluationId)
  if (!run.ok) return run
  const other =
    againstEvaluationId === undefined
      ? ok(null)
      : await readLinesOfProject(parts, projectId, againstEvaluationId)
  if (!other.ok) return other
  const labelled = await readLabelledEvaluation(parts.control, evaluationId)
  if (run.value === null || labelled === null) return notJudged(evaluationId)
  const { configuration, answersId } = labelled
  const { judge, target } = configuration
  const drawn = await computeFigures(
    'drawRows',
    {
      run: run.value.input,
      other: other.value?.input ?? null,
      answers: { answersId, judge, target },
      rows,
      randomShare,
    },
    {
      readLines: run.value.ports.readLines,
      readOtherLines: (other.value ?? run.value).ports.readLines,
    },
  )
  return drawn === null ? notJudged(evaluationId) : ok(drawn)
}

async function readLinesOfProject(parts: Parts, projectId: string, evaluationId: string) {
  const evaluation = await readEvaluation(parts.control, evaluationId)
  return evaluation?.projectId === projectId
    ? ok(await readRunLines(parts, evaluationId))
    : notThere(evaluationId)
}

const notJudged = (where: string): Result<never> =>
  fail(
    createError('ASSAY-7021', {
      where,
      message: 'No judge looked at an answer of this evaluation',
      fix: 'check its stored answers again with a judge',
    }),
  )
