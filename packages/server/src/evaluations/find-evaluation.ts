import type { Evaluation } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import {
  readEvaluation,
  readEvaluationRun,
  readFiguresHead,
  type ControlDatabase,
  type EvaluationRun,
  type FiguresHead,
} from '@assay/storage/postgres'
import { notThere } from '../http/answer-endpoint.ts'

interface Path {
  readonly projectId: string
  readonly evaluationId: string
}

/** Fails with ASSAY-9003 where the project has none of this id. */
export async function findEvaluation(
  control: ControlDatabase,
  { projectId, evaluationId }: Path,
): Promise<Result<Evaluation>> {
  const evaluation = await readEvaluation(control, evaluationId)
  return evaluation === null || !isSame(evaluation.projectId, projectId)
    ? notThere(evaluationId)
    : ok(evaluation)
}

/** With what lists do not show. Fails with ASSAY-9003 where the project has none of this id. */
export async function findEvaluationRun(
  control: ControlDatabase,
  { projectId, evaluationId }: Path,
): Promise<Result<EvaluationRun>> {
  const run = await readEvaluationRun(control, evaluationId)
  return run === null || !isSame(run.projectId, projectId) ? notThere(evaluationId) : ok(run)
}

/** Alone what is needed to read results. Fails with ASSAY-9003 where the project has none of this id. */
export async function findFigures(
  control: ControlDatabase,
  { projectId, evaluationId }: Path,
): Promise<Result<FiguresHead>> {
  const head = await readFiguresHead(control, evaluationId)
  return head === null || !isSame(head.projectId, projectId) ? notThere(evaluationId) : ok(head)
}

/** A path may write an id in capitals. */
export const isSame = (id: string, other: string): boolean => id.toLowerCase() === other.toLowerCase()
