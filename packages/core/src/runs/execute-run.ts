import type { AssayError, UnitRow } from '@assay/contracts'
import { AssayFailure } from '../errors/assay-failure.ts'
import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'
import { checkPrices, createBudget } from './budget.ts'
import { readRecordedWork, type RecordedWork } from './recorded-work.ts'
import { createRunCourse, type RunCourse } from './run-course.ts'
import { createRunMachinery, type RunMachinery } from './run-machinery.ts'
import type { RunOutcome, RunWork, Unit } from './run-work.ts'
import { createUnitSession } from './unit-session.ts'

/**
 * Does the units of a run that are not finished, several at once, each durable before it counts. Started again after any
 * end, a kill among them, it goes on where it stood: recorded answers and replies are used, not asked for again.
 * Fails with ASSAY-6001 (damaged), 1007 (cannot be written), 6004 (another plan) or 6008 (a cap without a price).
 */
export async function executeRun<U extends Unit>(work: RunWork<U>): Promise<Result<RunOutcome>> {
  const refusal = refuse(work)
  if (refusal !== null) return fail(refusal)
  try {
    const recorded = await readRecordedWork(work.store, work.settings?.retryErrors === true)
    return ok(await doUnits(work, recorded))
  } catch (error) {
    if (error instanceof AssayFailure) return fail(error.error)
    throw error
  }
}

function refuse<U extends Unit>({ store, planHash, settings, models, ports }: RunWork<U>): AssayError | null {
  if (planHash !== undefined && planHash !== store.manifest.planHash)
    return createError('ASSAY-6004', { where: store.manifest.name, so: 'nothing was asked' })
  const priced = checkPrices(settings?.budget ?? {}, models ?? [], {
    prices: ports.prices,
    atMs: ports.clock.now(),
  })
  return priced.ok ? null : priced.error
}

async function doUnits<U extends Unit>(work: RunWork<U>, recorded: RecordedWork): Promise<RunOutcome> {
  const { store, ports, settings = {} } = work
  const abort = work.abort ?? new AbortController().signal
  const budget = createBudget(settings.budget ?? {}, recorded.spending)
  const machinery = createRunMachinery({ store, ports, settings, budget, abort })
  const course = createRunCourse(
    work.total,
    recorded.finished,
    () => abort.aborted || work.interrupt?.aborted === true,
  )
  const finishedBefore = recorded.finished.size
  const report = (): void =>
    work.onProgress?.({ ...course.counts(), finishedBefore, spending: budget.spending })

  course.start()
  report()
  const open = openUnits(work.units, recorded)
  await sideBySide(settings.concurrency ?? 8, course, async () => {
    const unit = await open.next()
    if (unit.done === true) return false
    if (!course.isTaking()) return false
    await doUnit({ work, recorded, machinery, course }, unit.value)
    report()
    return true
  })
  await open.return(undefined)
  return { ...course.end(), spending: budget.spending }
}

async function* openUnits<U extends Unit>(
  units: Iterable<U> | AsyncIterable<U>,
  recorded: RecordedWork,
): AsyncGenerator<U, undefined> {
  for await (const unit of units) if (!recorded.finished.has(unit.key)) yield unit
}

/** Repeats `step` in `count` lanes until it says that nothing is left. A throw ends all lanes, then passes through. */
async function sideBySide(count: number, course: RunCourse, step: () => Promise<boolean>): Promise<void> {
  const lane = async (): Promise<void> => {
    try {
      while (course.isTaking()) if (!(await step())) return
    } catch (error) {
      course.break()
      throw error
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: count }, lane))
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
}

interface Doing<U extends Unit> {
  readonly work: RunWork<U>
  readonly recorded: RecordedWork
  readonly machinery: RunMachinery
  readonly course: RunCourse
}

async function doUnit<U extends Unit>(doing: Doing<U>, unit: U): Promise<void> {
  const { work, recorded, machinery, course } = doing
  course.takeUnit()
  const session = createUnitSession(machinery, unit.key, recorded.unfinished.get(unit.key))
  const result = await work.perform(unit, session.context)
  const error = session.held ?? (result.ok ? null : result.error)
  if (error?.code === 'ASSAY-5001') return course.endUnit('wait', error)
  if (error?.code === 'ASSAY-6005' || error?.code === 'ASSAY-6006') return course.endUnit('release', error)
  const row: UnitRow =
    error === null ? { key: unit.key, status: 'done' } : { key: unit.key, status: 'failed', error }
  await session.end(row)
  course.endUnit(error === null ? 'succeed' : 'fail', error)
}
