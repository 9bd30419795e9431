import { join } from 'node:path'
import type { Project } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import { readProject, releaseWork, takeWork } from '@assay/storage/postgres'
import { readProjectSecrets } from '../identity/read-project-secrets.ts'
import type { HubSettings } from '../settings.ts'
import { childEnvironment } from './child-environment.ts'
import { concludeWork, type Conclusion } from './conclude-work.ts'
import { doSteps } from './do-steps.ts'
import type { EvaluationWork, Settlement } from './evaluation-jobs.ts'
import { planWork } from './plan-work.ts'
import { openWorkFolder } from './work-folder.ts'
import { Later, type WorkControl, type WorkParts } from './work-parts.ts'

/** A key lasts longer than the queue lets a job last. */
const keyHours = 25

/**
 * Does one evaluation by the command line in a process of its own, or goes on with it. What the run says of itself comes
 * back through the API; what it cannot say is settled here. Throws `Later` where the job is to be given out again.
 */
export async function workEvaluation(parts: WorkParts, id: string, control: WorkControl): Promise<void> {
  const work = await parts.evaluations.read(id)
  if (work === null || ended.includes(work.status)) return
  if (work.status === 'pending') await parts.evaluations.settle(id, { status: 'queued', error: null })
  const allowed = await allowWork(parts, work)
  if (!allowed.ok)
    return parts.evaluations.settle(id, { status: 'stopped', error: allowed.error, from: open })
  const plan = await planWork(parts, work, allowed.value)
  if (!plan.ok) return parts.evaluations.settle(id, { status: 'failed', error: plan.error, from: open })
  const { targetId, mostAtOnce } = plan.value
  const claim = { evaluationId: id, targetId, most: mostAtOnce, host: parts.host, at: nowOf(parts) }
  const held = await parts.control.transaction().execute((transaction) => takeWork(transaction, claim))
  if (held === null) throw new Later('its target is asked by another evaluation')
  let crashes = held.crashes
  try {
    if (!(await parts.evaluations.claim(id))) return
    const folder = openWorkFolder(workRoot(parts.settings), id)
    if (held.hostBefore !== null && held.hostBefore !== parts.host) await folder.removeRun(id)
    const before = await folder.progressOf(id)
    const done = await withKey(parts, work, (env) =>
      doSteps({ settings: parts.settings, work, plan: plan.value, folder, env, control }),
    )
    const gotOn = (await folder.progressOf(id)) > before
    const conclusion = done.ok
      ? await concludeWork(parts, work, { end: done.value, control, crashes: gotOn ? 0 : crashes })
      : await failed(parts, id, done.error)
    crashes = conclusion.crashes
    if (conclusion.isFinished) await folder.remove()
    if (conclusion.again !== null) throw new Later(conclusion.again)
  } finally {
    await releaseWork(parts.control, id, { crashes, at: nowOf(parts) })
  }
}

const ended: readonly EvaluationWork['status'][] = ['finished', 'failed', 'stopped']
const open: readonly EvaluationWork['status'][] = ['queued', 'running']

const nowOf = ({ clock }: WorkParts): string => new Date(clock.now()).toISOString()

export const workRoot = ({ dataFolder }: Pick<HubSettings, 'dataFolder'>): string => join(dataFolder, 'work')

async function failed(
  { evaluations }: WorkParts,
  id: string,
  error: Settlement['error'],
): Promise<Conclusion> {
  await evaluations.settle(id, { status: 'failed', error, from: ['running'] })
  return { again: null, crashes: 0, isFinished: false }
}

/** Fails with ASSAY-6005 where the project has spent its month. */
async function allowWork(
  parts: WorkParts,
  { projectId }: EvaluationWork,
): Promise<Result<{ readonly project: Project; readonly spentUsd: number }>> {
  const project = must(await readProject(parts.control, projectId), `project ${projectId}`)
  if (project.archivedAt !== null)
    return fail(createError('ASSAY-9003', { message: 'The project is archived', where: project.name }))
  if (project.budgetUsd === null) return ok({ project, spentUsd: 0 })
  const spentUsd = await parts.evaluations.spentSince(projectId, beginOfMonth(parts.clock.now()))
  return spentUsd < project.budgetUsd
    ? ok({ project, spentUsd })
    : fail(
        createError('ASSAY-6005', {
          message: 'The project has spent its budget of this month',
          where: `${project.name}: $${spentUsd.toFixed(2)} of $${project.budgetUsd.toFixed(2)}`,
          fix: 'raise the budget of the project, or go on next month',
        }),
      )
}

/** In UTC, ISO 8601. */
export function beginOfMonth(now: number): string {
  const date = new Date(now)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)).toISOString()
}

/** A key of whoever started the evaluation, for this work alone; it ends with it. */
async function withKey<T>(
  parts: WorkParts,
  { id, projectId, createdBy }: EvaluationWork,
  use: (env: Record<string, string>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { keys, settings, hubUrl } = parts
  const key = await keys.make({ evaluationId: id, projectId, ownerId: createdBy, hours: keyHours })
  if (!key.ok) return key
  try {
    const secrets = await readProjectSecrets(parts, projectId)
    const hubKey = key.value.secret
    return await use(childEnvironment({ settings, hubUrl, projectId, runId: id, hubKey, secrets }))
  } finally {
    await keys.end({ evaluationId: id, projectId })
  }
}
