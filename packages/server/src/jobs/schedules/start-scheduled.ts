import type { AssayError } from '@assay/contracts'
import type { DocumentOf } from '@assay/contracts/hub'
import { createError, fail, isRetryable, must, ok, type Clock, type Result } from '@assay/core'
import {
  appendAudit,
  listAllDocuments,
  readDocument,
  readDocumentVersion,
  readMember,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { rightsOf } from '../../http/authorize.ts'
import type { EvaluationJobs } from '../evaluation-jobs.ts'

export interface ScheduleParts {
  readonly control: ControlDatabase
  readonly clock: Pick<Clock, 'now'>
  readonly evaluations: Pick<EvaluationJobs, 'start' | 'hasStarted'>
}

/** A time of a schedule has come. `due`: ISO 8601; an evaluation the schedule made since stands for it. */
export async function startScheduled(
  parts: ScheduleParts,
  {
    scheduleId,
    projectId,
    due,
  }: { readonly scheduleId: string; readonly projectId: string; readonly due: string },
): Promise<void> {
  const schedule = await readDocument(parts.control, projectId, scheduleId)
  if (schedule?.kind === 'schedule') await start(parts, { schedule, since: due })
}

export interface TriggerJob {
  readonly documentId: string
  readonly projectId: string
  readonly kind: 'target' | 'knowledge-base'
  readonly version: number
}

/** A target or a knowledge base has a new version: schedules that wait for it. Twice the same starts nothing twice. */
export async function startFromTrigger(
  parts: ScheduleParts,
  { documentId, projectId, kind, version }: TriggerJob,
): Promise<void> {
  const document = await readDocument(parts.control, projectId, documentId)
  const made = await readDocumentVersion(parts.control, documentId, version)
  if (document === null || made === null || document.archivedAt !== null) return
  for (const schedule of await listAllDocuments(parts.control, projectId, 'schedule')) {
    const { when, targetId } = schedule.body
    const isMeant =
      kind === 'target'
        ? when.kind === 'new-version' && targetId === documentId
        : when.kind === 'knowledge-base-change' && when.knowledgeBaseId === documentId
    // A version that was there before the schedule is none it waited for.
    if (!isMeant || made.createdAt < schedule.createdAt) continue
    const targetVersion = kind === 'target' ? version : undefined
    await start(parts, { schedule, since: made.createdAt, targetVersion })
  }
}

interface Start {
  readonly schedule: DocumentOf<'schedule'>
  readonly since: string
  readonly targetVersion?: number | undefined
}

async function start(parts: ScheduleParts, { schedule, since, targetVersion }: Start): Promise<void> {
  const { control, evaluations, clock } = parts
  const { id, projectId, body, name } = schedule
  if (body.paused || schedule.archivedAt !== null) return
  if (await evaluations.hasStarted(id, since)) return
  const person = await whoSpends(control, schedule)
  const at = new Date(clock.now()).toISOString()
  const started = person.ok
    ? await evaluations.start({
        projectId,
        scheduleId: id,
        personId: person.value,
        request: {
          name: `${name.slice(0, 95)}, ${at.slice(0, 16).replace('T', ' ')}`,
          targetId: body.targetId,
          ...(targetVersion === undefined ? {} : { targetVersion }),
          testSetIds: body.testSetIds,
          checkIds: body.checkIds,
          judge: body.judge,
          repeats: body.repeats,
          gates: body.gates,
          tags: [],
          budgetUsd: null,
        },
      })
    : person
  if (started.ok) return
  if (isRetryable(started.error)) throw new Error(started.error.message)
  await noteRefusal(control, schedule, { at, error: started.error })
}

/** Whoever wrote the version that counts spends by it, and must hold the right still. Fails with ASSAY-9002. */
async function whoSpends(
  control: ControlDatabase,
  { id, version, projectId, name }: DocumentOf<'schedule'>,
): Promise<Result<string>> {
  const written = must(await readDocumentVersion(control, id, version), 'the version of the schedule')
  const personId = written.createdBy.id
  const member = await readMember(control, projectId, personId)
  const mayRun =
    rightsOf(member?.organisationRole ?? null).has('run') || rightsOf(member?.projectRole ?? null).has('run')
  return member?.person.disabled === false && mayRun
    ? ok(personId)
    : fail(
        createError('ASSAY-9002', {
          where: `run, for the schedule ${name}`,
          fix: `somebody with the right to run must save it again: ${written.createdBy.name} wrote it`,
        }),
      )
}

/** Nobody is there to be told: the log says that the schedule did nothing, and why. */
async function noteRefusal(
  control: ControlDatabase,
  { id, name, projectId }: DocumentOf<'schedule'>,
  { at, error }: { readonly at: string; readonly error: AssayError },
): Promise<void> {
  await control.transaction().execute((transaction) =>
    appendAudit(transaction, {
      at,
      by: null,
      action: 'schedule-refused',
      projectId,
      subject: { kind: 'schedule', id, name },
      changes: [
        { pointer: '', after: { code: error.code, message: error.message, where: error.where ?? null } },
      ],
      address: null,
      key: null,
    }),
  )
}
