import type { QueueRow } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  listLabelsOfRow,
  type StoredLabel,
  type StoredQueue,
  type StoredQueueRow,
} from '@assay/storage/postgres'
import { readCasesOfRun, readPassagesOfRun } from '../evaluations/read-cases-of-run.ts'
import type { Hub } from '../hub.ts'

export interface ShownRow {
  readonly queue: Pick<StoredQueue, 'projectId' | 'evaluationId' | 'blind'>
  readonly row: StoredQueueRow
  /** Who looks at it. */
  readonly personId: string
  /** To settle what others said: everything is shown. */
  readonly adjudicate: boolean
}

/**
 * A row with its question, passages and answer. In a blind queue the judge's word and the others' labels come with the own label.
 * Fails with ASSAY-9003 where its facts were removed.
 */
export async function describeQueueRow(
  parts: Pick<Hub, 'control' | 'facts'>,
  { queue, row, personId, adjudicate }: ShownRow,
): Promise<Result<QueueRow>> {
  const place = { projectId: queue.projectId, runId: queue.evaluationId }
  const { ground } = row
  const found = (await readCasesOfRun(parts, place, [ground.caseId])).get(ground.caseId)
  const asked = found?.attempts.find(({ attempt }) => attempt.unit === ground.unit)
  if (found === undefined || asked === undefined)
    return fail(createError('ASSAY-9003', { where: ground.unit, message: 'The answer is not kept any more' }))
  const labels = await listLabelsOfRow(parts.control, row.id)
  const isRevealed =
    !queue.blind || adjudicate || labels.some((label) => label.by.id === personId && !label.adjudicates)
  return ok({
    id: row.id,
    evaluationId: queue.evaluationId,
    caseId: ground.caseId,
    repeat: row.repeat,
    drawnBy: ground.drawnBy,
    inclusionProbability: ground.inclusionProbability,
    testCase: found.testCase,
    references: await readPassagesOfRun(parts, place, found.testCase.referenceContexts),
    attempt: asked.attempt,
    verdicts: isRevealed ? [...asked.verdicts] : [],
    labels: isRevealed ? labels.map(toShownLabel) : [],
  })
}

const toShownLabel = ({ by, outcome, note, at, adjudicates }: StoredLabel): QueueRow['labels'][number] => ({
  by,
  outcome,
  note,
  at,
  adjudicates,
})
