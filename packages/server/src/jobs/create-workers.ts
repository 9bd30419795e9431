import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { createError } from '@assay/core'
import type { EvaluationOrder } from './hub-jobs.ts'
import { queues } from './open-boss.ts'
import { workEvaluation } from './work-evaluation.ts'
import { Later, type WorkParts } from './work-parts.ts'

/** The workers of this process. */
export interface Workers {
  /** Takes up so many evaluations at once. */
  begin(count: number): Promise<void>
  /** Asks the one that works on it to finish what is in flight. */
  stop(evaluationId: string): void
  /** Asks all, and waits until they let go; their jobs are given to others, or to the next start. */
  close(): Promise<void>
}

/** What is known of a project when its job is queued stands in the job's tier. */
const groupConcurrency = {
  default: 1,
  tiers: Object.fromEntries(Array.from({ length: 64 }, (_, index) => [String(index + 1), index + 1])),
}

const mostFaults = 3

interface Running {
  readonly stop: AbortController
  why: 'stopped' | 'lost'
  readonly ended: Promise<unknown>
}

export interface EvaluationJob {
  readonly evaluationId: string
  readonly do: EvaluationOrder['do']
}

export function createWorkers(parts: WorkParts, boss: PgBoss): Workers {
  const running = new Map<string, Running>()
  const giveUp = countFaults(parts)
  const perform = async (job: JobWithMetadata<EvaluationJob>): Promise<void> => {
    const { evaluationId, do: what } = job.data
    if (running.has(evaluationId)) throw new Later('an earlier job of it is winding down')
    const stop = new AbortController()
    const done = Promise.withResolvers<void>()
    const mine: Running = { stop, why: 'lost', ended: done.promise }
    running.set(evaluationId, mine)
    try {
      await workEvaluation(parts, evaluationId, {
        order: { do: what },
        signal: AbortSignal.any([job.signal, stop.signal]),
        why: async () => (stop.signal.aborted ? mine.why : readWhy(boss, job.id)),
      })
    } catch (error) {
      if (error instanceof Later || !(await giveUp(evaluationId, error))) throw error
    } finally {
      running.delete(evaluationId)
      done.resolve()
    }
  }
  return {
    begin: (count) => takeJobs(boss, count, perform),
    stop(evaluationId) {
      const mine = running.get(evaluationId)
      if (mine !== undefined) end(mine, 'stopped')
    },
    async close() {
      await boss.offWork(queues.evaluate, { wait: false })
      const all = [...running.values()]
      for (const each of all) end(each, 'lost')
      await Promise.all(all.map((each) => each.ended))
    },
  }
}

function end(each: Running, why: Running['why']): void {
  each.why = why
  each.stop.abort()
}

async function takeJobs(
  boss: PgBoss,
  count: number,
  perform: (job: JobWithMetadata<EvaluationJob>) => Promise<void>,
): Promise<void> {
  const options = {
    localConcurrency: count,
    pollingIntervalSeconds: 1,
    heartbeatRefreshSeconds: 5,
    includeMetadata: true,
    groupConcurrency,
  } as const
  await boss.work<EvaluationJob>(queues.evaluate, options, async (jobs) => {
    for (const job of jobs as JobWithMetadata<EvaluationJob>[]) await perform(job)
  })
}

/** A fault of ours is tried again, but not for ever: true where it is settled as one. */
function countFaults({ evaluations }: Pick<WorkParts, 'evaluations'>) {
  const faults = new Map<string, number>()
  return async (evaluationId: string, error: unknown): Promise<boolean> => {
    const times = (faults.get(evaluationId) ?? 0) + 1
    faults.set(evaluationId, times)
    tellBug(evaluationId, error)
    if (times < mostFaults) return false
    faults.delete(evaluationId)
    const told = createError('ASSAY-9021', { where: `evaluation ${evaluationId}`, detail: String(error) })
    await evaluations.settle(evaluationId, { status: 'failed', error: told })
    return true
  }
}

/** The claim is gone: a person cancelled the job, or another worker has it. */
async function readWhy(boss: PgBoss, jobId: string): Promise<'stopped' | 'lost'> {
  const [job] = await boss.findJobs(queues.evaluate, { id: jobId })
  return job?.state === 'cancelled' ? 'stopped' : 'lost'
}

function tellBug(evaluationId: string, error: unknown): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`evaluation ${evaluationId}: its worker broke: ${trace}\n`)
}
