import type { RunManifest } from '@assay/contracts'
import type { RunGrounds } from '@assay/contracts/hub'
import { createError, fail, ok, type Result, type RunTable } from '@assay/core'
import {
  attachManifest,
  createRunTables,
  insertEvaluation,
  readEvaluationRun,
  setEvaluationStatus,
  type EvaluationRun,
  type NewEvaluation,
} from '@assay/storage/postgres'
import { actorOf, type HandlerContext } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { InvalidRequest } from '../http/read-request.ts'
import { describeRun, type DescribedRun } from './describe-run.ts'
import { isSame } from './find-evaluation.ts'
import { countLines } from './acknowledged-lines.ts'
import { pinGrounds } from './pin-grounds.ts'
import { publishEvaluation } from './publish-evaluation.ts'

type Context = Pick<HandlerContext, 'hub' | 'control' | 'caller' | 'at'>

export interface AnnouncedRun {
  readonly projectId: string
  readonly runId: string
  readonly manifest: RunManifest
  readonly origin: 'command' | 'upload'
  readonly restsOn: RunGrounds
}

export interface OpenedRun {
  readonly evaluationId: string
  readonly next: Record<RunTable, number>
}

/**
 * Makes the evaluation of a run, or opens the one that is there: queued by the hub, or stopped before. Not inside a
 * transaction. Fails with ASSAY-9003 where the id belongs to another project, ASSAY-9009 where another run has it. Throws
 * `InvalidRequest` for a run that is no evaluation.
 */
export async function announceRun(context: Context, announced: AnnouncedRun): Promise<Result<OpenedRun>> {
  const { projectId, manifest } = announced
  const runId = announced.runId.toLowerCase()
  if (!isSame(manifest.id, runId))
    throw new InvalidRequest([{ pointer: '/manifest/id', message: 'it is not the id of the path' }])
  const described = describeRun(manifest)
  const opened = await context.control.transaction().execute(async (control): Promise<Result<boolean>> => {
    const there = await readEvaluationRun(control, runId)
    if (there === null) {
      const { origin, restsOn } = announced
      const pins = await pinGrounds(control, projectId, restsOn)
      if (!pins.ok) return pins
      const made = { id: runId, projectId, origin, pins: pins.value, by: actorOf(context).id, at: context.at }
      const isMade = await insertRun({ ...context, control }, described, made)
      return isMade ? ok(true) : fail(createError('ASSAY-9007', { where: runId, retryAfterMs: 1_000 }))
    }
    return openAgain({ ...context, control }, { there, projectId, described })
  })
  if (!opened.ok) return opened
  if (opened.value) await publishEvaluation(context.hub, runId)
  return ok({ evaluationId: runId, next: await countLines(context, runId) })
}

/** Whether it was made: not where another request of the same run was faster. */
async function insertRun(
  { control }: Context,
  { manifest, ...described }: DescribedRun,
  made: Pick<NewEvaluation, 'id' | 'projectId' | 'origin' | 'pins' | 'by' | 'at'>,
): Promise<boolean> {
  await insertEvaluation(control, {
    ...described,
    ...made,
    manifest,
    status: 'running',
    workOrder: null,
    scheduleId: null,
  })
  await createRunTables(control, made.id)
  return true
}

/** Whether anything changed. One that is finished stays so until rows come. */
async function openAgain(
  { control, at }: Context,
  {
    there,
    projectId,
    described,
  }: { readonly there: EvaluationRun; readonly projectId: string; readonly described: DescribedRun },
): Promise<Result<boolean>> {
  const { id, manifest, status } = there
  if (!isSame(there.projectId, projectId)) return notThere(id)
  if (manifest !== null && manifest.planHash !== described.manifest.planHash)
    return fail(
      createError('ASSAY-9009', {
        message: 'Another run with this id is there already',
        where: id,
        fix: 'send it from the folder it was sent from before',
      }),
    )
  if (manifest === null) await attachManifest(control, id, described)
  await createRunTables(control, id)
  if (status === 'finished') return ok(manifest === null)
  return ok(
    await setEvaluationStatus(control, {
      id,
      status: 'running',
      at,
      from: ['queued', 'pending', 'stopped', 'failed'],
    }),
  )
}
