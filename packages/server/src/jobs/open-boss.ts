import { fromPglite, PgBoss, type QueueOptions } from 'pg-boss'
import type { ControlEngine } from '../engines/open-control.ts'

export const queues = {
  /** One job an evaluation: `EvaluationJob`. */
  evaluate: 'evaluate',
  /** A time of a schedule has come: `ScheduleJob`. */
  schedule: 'schedule',
  /** A target or knowledge base has a new version: `TriggerJob`. */
  trigger: 'trigger',
  /** An evaluation that waits for answers is looked at again: `LookJob`. */
  lookAgain: 'look-again',
} as const

/** A worker that is not heard of for so long is dead, and its evaluation is taken over. */
const heartbeatSeconds = 30

/**
 * The job queue on the control database, in a schema of its own. Jobs of a worker that died are given to another one within
 * about a minute. `schedule`: this process watches the times of schedules.
 */
export function openBoss(
  engine: ControlEngine['engine'],
  { schedule }: { readonly schedule: boolean },
): PgBoss {
  const common = {
    schema: 'jobs',
    schedule,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    cronMonitorIntervalSeconds: 30,
    registerInstance: false,
    monitorVacuum: false,
  }
  const boss =
    engine.kind === 'pglite'
      ? new PgBoss({ ...common, db: fromPglite(engine.pglite), backend: 'pglite' })
      : new PgBoss({ ...common, connectionString: engine.url, max: 4, application_name: 'assay-jobs' })
  boss.on('error', (error) => process.stderr.write(`jobs: ${error.message}\n`))
  return boss
}

const day = 86_400

/** Made once; later starts change nothing but their settings. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const evaluate: QueueOptions = {
    // "Later" is a retry: an evaluation waits for its target or its project as long as it takes.
    retryLimit: 1_000_000,
    retryDelay: 5,
    expireInSeconds: day,
    heartbeatSeconds,
    retentionSeconds: 365 * day,
    deleteAfterSeconds: day,
  }
  const short: QueueOptions = { retryLimit: 5, retryDelay: 10, expireInSeconds: 120, deleteAfterSeconds: day }
  await ensureQueue(boss, queues.evaluate, 'exclusive', evaluate)
  await ensureQueue(boss, queues.schedule, 'standard', short)
  await ensureQueue(boss, queues.trigger, 'standard', short)
  await ensureQueue(boss, queues.lookAgain, 'exclusive', { ...short, retentionSeconds: 30 * day })
}

async function ensureQueue(boss: PgBoss, name: string, policy: string, options: QueueOptions): Promise<void> {
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { policy, ...options })
  else await boss.updateQueue(name, options)
}
