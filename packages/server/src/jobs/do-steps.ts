import { createError, fail, must, ok, type Result } from '@assay/core'
import type { HubSettings } from '../settings.ts'
import { heapMb } from './child-environment.ts'
import type { EvaluationWork } from './evaluation-jobs.ts'
import type { WorkPlan } from './plan-work.ts'
import { readChildError } from './read-child-error.ts'
import { runChild, type ChildEnd } from './run-child.ts'
import type { WorkFolder } from './work-folder.ts'
import type { WorkControl } from './work-parts.ts'

export interface StepParts {
  readonly settings: Pick<HubSettings, 'command'>
  readonly work: EvaluationWork
  readonly plan: WorkPlan
  readonly folder: WorkFolder
  readonly env: Readonly<Record<string, string>>
  readonly control: WorkControl
}

/** What is in flight may take this long to end after a stop: a target's time limit is shorter. */
const graceMs = 20_000

/** Name of the run whose stored answers are judged again; no evaluation's name begins so. */
const answersRun = '_answers'

/**
 * The commands of one evaluation: fetch what the hub has of it and this folder lacks, then begin or go on. The end of the
 * last command, or of the first that did not succeed. Fails with ASSAY-9006 where there is nothing to ask.
 */
export async function doSteps(parts: StepParts): Promise<Result<ChildEnd>> {
  const { work, plan, folder, control } = parts
  await folder.writeConfiguration(plan.configuration)
  const { answersOf } = work.order
  if (answersOf !== null && !(await folder.hasRun(answersOf))) {
    const fetched = await command(parts, ['hub', 'pull', 'run', answersOf, '--name', answersRun])
    if (fetched.code !== 0) return ok(fetched)
  }
  if (work.hasRows && !(await folder.hasRun(work.id))) {
    const fetched = await command(parts, ['hub', 'pull', 'run', work.id])
    if (fetched.code !== 0) return ok(fetched)
  }
  if (!(await folder.hasRun(work.id))) return begin(parts)
  const more = control.order.do === 'retry-errors' ? ['--retry-errors'] : []
  const end = await command(parts, ['eval', 'resume', work.id, ...more])
  if (!(await neverBegan(parts, end))) return ok(end)
  await folder.removeRun(work.id)
  return begin(parts)
}

async function begin(parts: StepParts): Promise<Result<ChildEnd>> {
  const { work, plan, folder } = parts
  const named = ['--name', plan.runName]
  if (work.order.answersOf !== null)
    return ok(await command(parts, ['eval', 'score', answersRun, ...named, '--judge', work.order.judge]))
  const cases = await folder.writeCases(plan.testSetFile, plan.cases())
  if (cases === 0)
    return fail(
      createError('ASSAY-9006', {
        message: 'No case of the test set is left to ask',
        where: work.order.tags.length === 0 ? work.name : `tags: ${work.order.tags.join(', ')}`,
        fix: 'name other tags, or set drafts active',
      }),
    )
  return ok(
    await command(parts, [
      'eval',
      'run',
      ...named,
      '--testset',
      plan.testSetFile,
      '--repeat',
      String(work.order.repeats),
    ]),
  )
}

/** It died while its cases were written: nothing was asked, so it begins anew. */
async function neverBegan({ work, folder }: StepParts, end: ChildEnd): Promise<boolean> {
  if (end.code !== 2 || (await folder.progressOf(work.id)) > 0) return false
  return readChildError(end).code === 'ASSAY-6001'
}

async function command(
  { settings, folder, env, control }: StepParts,
  words: readonly string[],
): Promise<ChildEnd> {
  const [program, ...given] = settings.command
  const child = {
    command: [must(program, 'the command line'), ...given, ...words, '--json', '--plain'] as const,
    folder: folder.path,
    env,
    memoryMb: 2 * heapMb,
  }
  try {
    return await runChild(child, { signal: control.signal, graceMs })
  } catch (error) {
    // It could not be started: as if it had died at once.
    return { code: null, output: '', errors: String(error), outgrown: false }
  }
}
