import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { readProject } from '@assay/storage/postgres'
import type { ControlEngine } from '../engines/open-control.ts'
import type { ChangedDocument, EvaluationOrder, HubJobs } from './hub-jobs.ts'
import { createWorkers, type EvaluationJob, type Workers } from './create-workers.ts'
import { createQueues, openBoss, queues } from './open-boss.ts'
import { startFromTrigger, startScheduled, type TriggerJob } from './schedules/start-scheduled.ts'
import { syncSchedules, type ScheduleJob } from './schedules/sync-schedules.ts'
import { readHostId, removeOldFolders } from './work-folder.ts'
import { workRoot } from './work-evaluation.ts'
import type { WorkParts } from './work-parts.ts'

export interface HubJobParts extends Omit<WorkParts, 'hubUrl' | 'host' | 'lookAgain'> {
  readonly engine: ControlEngine['engine']
}

export interface StartedHubJobs extends HubJobs {
  /** Begins to work, once the hub answers at this address. Resolves when the queue is open. */
  start(loopbackUrl: string): Promise<void>
}

/** Jobs on the control database. Opens nothing before `start`; until then calls wait. */
export function createHubJobs(parts: HubJobParts): StartedHubJobs {
  const opened = Promise.withResolvers<Opened>()
  // Nobody may wait for it where the hub stops before it began.
  opened.promise.catch(() => {})
  let boss: PgBoss | null = null
  return {
    async start(hubUrl) {
      boss = openBoss(parts.engine, { schedule: parts.settings.workers > 0 })
      const ready = await begin(parts, boss, hubUrl)
      opened.resolve(ready)
    },
    async queueEvaluation(id, order = { do: 'run' }) {
      await queueEvaluation(parts, (await opened.promise).boss, { id, order })
    },
    async stopEvaluation(id) {
      const { boss: queue, workers } = await opened.promise
      workers.stop(id)
      const jobs = await queue.findJobs(queues.evaluate, { key: id })
      const open = jobs.filter(({ state }) => state === 'created' || state === 'retry' || state === 'active')
      if (open.length > 0)
        await queue.cancel(
          queues.evaluate,
          open.map((job) => job.id),
        )
    },
    async documentChanged(document) {
      await tellSchedules(parts, (await opened.promise).boss, document)
    },
    async queuePositions() {
      const jobs = await (await opened.promise).boss.findJobs(queues.evaluate, { queued: true })
      return new Map(jobs.map(({ singletonKey }, index) => [singletonKey ?? '', index + 1]))
    },
    async close() {
      if (boss === null) return opened.reject(new Error('the hub stopped before its jobs began'))
      const { workers } = await opened.promise
      await workers.close()
      await boss.stop({ graceful: true, timeout: 15_000 })
    },
  }
}

interface Opened {
  readonly boss: PgBoss
  readonly workers: Workers
}

async function begin(parts: HubJobParts, boss: PgBoss, hubUrl: string): Promise<Opened> {
  const root = workRoot(parts.settings)
  const host = await readHostId(root)
  await removeOldFolders(root, parts.clock.now())
  await boss.start()
  await createQueues(boss)
  const lookAgain = async (evaluationId: string): Promise<void> => {
    await boss.send(
      queues.lookAgain,
      { evaluationId },
      { singletonKey: evaluationId, startAfter: lookAgainSeconds },
    )
  }
  const workers = createWorkers({ ...parts, hubUrl, host, lookAgain }, boss)
  if (parts.engine.kind === 'pglite') await takeOver(parts, boss)
  for (const { id } of await parts.evaluations.waiting())
    await queueEvaluation(parts, boss, { id, order: { do: 'run' } })
  await syncSchedules(parts, boss)
  if (parts.settings.workers > 0) await work(parts, boss, workers)
  return { boss, workers }
}

const lookAgainSeconds = 300

async function work(parts: HubJobParts, boss: PgBoss, workers: Workers): Promise<void> {
  await workers.begin(parts.settings.workers)
  await boss.work<ScheduleJob>(queues.schedule, { includeMetadata: true }, async (jobs) => {
    for (const job of jobs as JobWithMetadata<ScheduleJob>[])
      await startScheduled(parts, { ...job.data, due: job.createdOn.toISOString() })
  })
  await boss.work<TriggerJob>(queues.trigger, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await startFromTrigger(parts, job.data)
  })
  await boss.work<{ evaluationId: string }>(queues.lookAgain, async (jobs) => {
    for (const { data } of jobs)
      await queueEvaluation(parts, boss, { id: data.evaluationId, order: { do: 'run' } })
  })
}

/** The embedded database belongs to this process alone: what is active in it was left by one that died. */
async function takeOver(parts: HubJobParts, boss: PgBoss): Promise<void> {
  for (const { id } of await parts.evaluations.waiting())
    for (const job of await boss.findJobs(queues.evaluate, { key: id }))
      if (job.state === 'active') await boss.fail(queues.evaluate, job.id, { message: 'its worker died' })
}

/** Evaluations of a project wait for one another by the project's own number. */
async function queueEvaluation(
  { evaluations, control }: HubJobParts,
  boss: PgBoss,
  { id, order }: { readonly id: string; readonly order: EvaluationOrder },
): Promise<void> {
  const evaluation = await evaluations.read(id)
  if (evaluation === null) return
  const project = await readProject(control, evaluation.projectId)
  const data: EvaluationJob = { evaluationId: id, do: order.do }
  await boss.send(queues.evaluate, data, {
    singletonKey: id,
    group: { id: evaluation.projectId, tier: String(project?.concurrency ?? 1) },
  })
}

async function tellSchedules(parts: HubJobParts, boss: PgBoss, document: ChangedDocument): Promise<void> {
  const { id, projectId, kind, version } = document
  if (kind === 'schedule') return syncSchedules(parts, boss)
  if (kind !== 'target' && kind !== 'knowledge-base') return
  await boss.send(queues.trigger, { documentId: id, projectId, kind, version })
}
