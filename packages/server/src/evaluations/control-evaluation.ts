import type { Evaluation } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  createRunTables,
  insertEvaluation,
  listPins,
  readDocument,
  readEvaluation,
  readEvaluationRun,
  setEvaluationStatus,
  type EvaluationPin,
  type WorkOrder,
} from '@assay/storage/postgres'
import { actorOf, type HandlerContext } from '../hub.ts'
import { tellEnd } from './close-run.ts'
import { publishEvaluation } from './publish-evaluation.ts'

type Context = Pick<HandlerContext, 'hub' | 'control' | 'caller' | 'at' | 'afterCommit'>

export type Control = 'stop' | 'resume' | 'retry-errors' | 'check-again'

/**
 * Stops an evaluation, goes on with it, asks again what errored, or makes a new one from its stored answers, in the
 * request's transaction. Fails with ASSAY-9009 where it does not stand so that this could be done.
 */
export function controlEvaluation(
  context: Context,
  evaluation: Evaluation,
  control: Control,
): Promise<Result<Evaluation>> {
  switch (control) {
    case 'stop':
      return stop(context, evaluation)
    case 'resume':
      return goOn(context, evaluation, { do: 'run' })
    case 'retry-errors':
      return goOn(context, evaluation, { do: 'retry-errors' })
    case 'check-again':
      return checkAgain(context, evaluation)
  }
}

async function stop(context: Context, { id, origin, status }: Evaluation): Promise<Result<Evaluation>> {
  if (origin !== 'hub') return notOurs('stop the command that runs it')
  if (status !== 'queued' && status !== 'running' && status !== 'pending') return standsOtherwise(status)
  const isIdle = status !== 'running'
  if (isIdle)
    await setEvaluationStatus(context.control, { id, status: 'stopped', at: context.at, from: [status] })
  context.afterCommit(async () => {
    await context.hub.jobs.stopEvaluation(id)
    if (isIdle) await tellEnd(context.hub, id)
  })
  return written(context, id)
}

async function goOn(
  context: Context,
  { id, origin, status, progress }: Evaluation,
  order: { readonly do: 'run' | 'retry-errors' },
): Promise<Result<Evaluation>> {
  if (origin !== 'hub')
    return notOurs(
      order.do === 'run' ? 'assay eval resume RUN --hub …' : 'assay eval resume RUN --retry-errors --hub …',
    )
  const isOpen = status === 'stopped' || status === 'pending' || status === 'failed'
  if (order.do === 'run' && !isOpen) return standsOtherwise(status)
  if (order.do === 'retry-errors' && !(isOpen || status === 'finished')) return standsOtherwise(status)
  if (order.do === 'retry-errors' && progress.errors === 0)
    return fail(createError('ASSAY-9009', { message: 'Nothing of it ended in an error', where: id }))
  const isSet = await setEvaluationStatus(context.control, {
    id,
    status: 'queued',
    at: context.at,
    from: [status],
  })
  if (!isSet) return standsOtherwise(status)
  context.afterCommit(() => context.hub.jobs.queueEvaluation(id, order))
  return written(context, id)
}

/** Another evaluation of the same answers, with the checks as they stand now. */
async function checkAgain(context: Context, evaluation: Evaluation): Promise<Result<Evaluation>> {
  const { control, hub, at } = context
  const run = must(await readEvaluationRun(control, evaluation.id), 'the evaluation')
  if (run.manifest === null || evaluation.progress.done === 0)
    return fail(
      createError('ASSAY-9009', { message: 'There is no answer to check yet', where: evaluation.id }),
    )
  const pins = await renewChecks(
    context,
    evaluation.projectId,
    (await listPins(control, [evaluation.id])).get(evaluation.id) ?? [],
  )
  const id = createId(hub.clock, hub.random)
  const { projectId, name, target, testSet, judge, repeats } = evaluation
  await insertEvaluation(control, {
    id,
    projectId,
    name: `${name.slice(0, 100)}, checked again`,
    origin: 'hub',
    status: 'queued',
    target,
    testSet,
    judge: { id: judge.id, version: null },
    checks: evaluation.checks,
    repeats,
    workOrder: orderFrom(run.workOrder, evaluation, pins),
    manifest: null,
    pins,
    scheduleId: null,
    by: actorOf(context).id,
    at,
    startedAt: null,
  })
  await createRunTables(control, id)
  context.afterCommit(() => hub.jobs.queueEvaluation(id))
  return written(context, id)
}

const orderFrom = (
  before: WorkOrder | null,
  { id, judge, repeats }: Evaluation,
  pins: readonly EvaluationPin[],
): WorkOrder => ({
  target: null,
  testSets: pins
    .filter(({ kind }) => kind === 'test-set')
    .map(({ id: setId, version }) => ({ id: setId, version })),
  tags: [],
  checks: pins
    .filter(({ kind }) => kind === 'check')
    .map(({ id: checkId, version }) => ({ id: checkId, version })),
  judge: before?.judge ?? judge.id,
  repeats,
  gates: before?.gates ?? [],
  budgetUsd: before?.budgetUsd ?? null,
  limit: null,
  answersOf: id,
})

async function renewChecks(
  { control }: Context,
  projectId: string,
  pins: readonly EvaluationPin[],
): Promise<readonly EvaluationPin[]> {
  const renewed: EvaluationPin[] = []
  for (const pin of pins) {
    const document = pin.kind === 'check' ? await readDocument(control, projectId, pin.id) : null
    renewed.push(document === null ? pin : { ...pin, name: document.name, version: document.version })
  }
  return renewed
}

async function written(context: Context, id: string): Promise<Result<Evaluation>> {
  context.afterCommit(() => publishEvaluation(context.hub, id))
  return ok(must(await readEvaluation(context.control, id), `evaluation ${id}`))
}

const notOurs = (fix: string): Result<never> =>
  fail(createError('ASSAY-9009', { message: 'The command line runs this evaluation, not the hub', fix }))

const standsOtherwise = (status: Evaluation['status']): Result<never> =>
  fail(
    createError('ASSAY-9009', {
      message: `The evaluation is ${status}`,
      fix: 'read it again: it may have changed meanwhile',
    }),
  )
