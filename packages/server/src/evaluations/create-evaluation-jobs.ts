import { ok } from '@assay/core'
import {
  hasEvaluationOfSchedule,
  listOpenWork,
  readEvaluation,
  readEvaluationRun,
  readRunTables,
  setEvaluationStatus,
  sumSpending,
} from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import type { EvaluationJobs } from '../jobs/evaluation-jobs.ts'
import { tellEnd, type ClosingParts } from './close-run.ts'
import { makeEvaluation } from './make-evaluation.ts'
import { publishEvaluation } from './publish-evaluation.ts'

export interface EvaluationJobParts extends Omit<ClosingParts, 'jobs'> {
  /** The jobs are put together after this. */
  readonly jobs: () => Hub['jobs']
}

/** What the hub's workers read and write of evaluations. */
export function createEvaluationJobs(given: EvaluationJobParts): EvaluationJobs {
  const { control, clock, random, settings } = given
  const parts: ClosingParts = {
    ...given,
    get jobs() {
      return given.jobs()
    },
  }
  const now = (): string => new Date(clock.now()).toISOString()
  return {
    read: (id) => readWork(parts, id),
    claim: (id) => setAndTell(parts, { id, status: 'running', at: now(), from: ['queued', 'running'] }),
    async settle(id, { status, error, from = unfinished }) {
      const at = now()
      if (await setAndTell(parts, { id, status, at, from, error })) await tellEnd(parts, id)
    },
    waiting: () => listOpenWork(control),
    spentSince: (projectId, since) => sumSpending(control, projectId, since),
    hasStarted: (scheduleId, since) => hasEvaluationOfSchedule(control, scheduleId, since),
    async start({ projectId, scheduleId, personId, request }) {
      const made = await control
        .transaction()
        .execute((transaction) =>
          makeEvaluation(
            { control: transaction, clock, random, settings },
            { projectId, request, by: personId, at: now(), scheduleId },
          ),
        )
      if (!made.ok) return made
      await parts.jobs.queueEvaluation(made.value.id)
      await publishEvaluation(parts, made.value.id)
      return ok({ id: made.value.id })
    },
  }
}

const unfinished = ['queued', 'running', 'pending', 'stopped', 'failed'] as const

async function setAndTell(
  parts: ClosingParts,
  change: Parameters<typeof setEvaluationStatus>[1],
): Promise<boolean> {
  const isSet = await setEvaluationStatus(parts.control, change)
  if (isSet) await publishEvaluation(parts, change.id)
  return isSet
}

async function readWork({ control }: ClosingParts, id: string): ReturnType<EvaluationJobs['read']> {
  const evaluation = await readEvaluation(control, id)
  const run = await readEvaluationRun(control, id)
  if (evaluation === null || run === null || run.workOrder === null) return null
  const tables = await readRunTables(control, id)
  return {
    id,
    projectId: evaluation.projectId,
    name: evaluation.name,
    status: evaluation.status,
    order: run.workOrder,
    createdBy: evaluation.createdBy.id,
    hasRows: run.manifest !== null && [...tables.values()].some(({ next }) => next > 0),
  }
}
