import type { AssayError } from '@assay/contracts'
import { createError, isRetryable } from '@assay/core'
import type { EvaluationWork, Settlement } from './evaluation-jobs.ts'
import { readChildError } from './read-child-error.ts'
import type { ChildEnd } from './run-child.ts'
import type { WorkControl, WorkParts } from './work-parts.ts'

export interface Conclusion {
  /** Why the job is to be given out again; `null`: it is done. */
  readonly again: string | null
  /** How often its process died one after another without getting on. */
  readonly crashes: number
  /** The hub has everything: the folder can go. */
  readonly isFinished: boolean
}

const mostCrashes = 3

/**
 * What the end of the command line means. A run that came to an end has said so itself; it is settled here where it died,
 * was refused, or its word did not get through.
 */
export async function concludeWork(
  { evaluations, lookAgain }: Pick<WorkParts, 'evaluations' | 'lookAgain'>,
  { id }: EvaluationWork,
  {
    end,
    control,
    crashes,
  }: { readonly end: ChildEnd; readonly control: WorkControl; readonly crashes: number },
): Promise<Conclusion> {
  // One that is not running any more was closed by its run, or taken up again by a person: that counts.
  const settle = async (status: Settlement['status'], error: AssayError | null): Promise<Conclusion> => {
    await evaluations.settle(id, { status, error, from: ['running'] })
    return done
  }
  const stands = (await evaluations.read(id))?.status ?? 'failed'
  if (stands === 'finished') return { ...done, isFinished: true }
  if (control.signal.aborted)
    return (await control.why()) === 'stopped' ? settle('stopped', null) : again('it was interrupted')
  switch (end.code) {
    case 0:
    case 1:
      return crashes + 1 < mostCrashes
        ? { ...again('its rows are not all in the hub yet'), crashes: crashes + 1 }
        : settle('failed', notTaken(end))
    case 4:
      return settle('stopped', readChildError(end))
    case 5:
      await lookAgain(id)
      return settle('pending', readChildError(end))
    case 2:
    case 3:
      return isHubAway(readChildError(end))
        ? again('the hub did not answer')
        : settle('failed', readChildError(end))
    case 130:
      return again('it was interrupted')
    default:
      return crashes + 1 < mostCrashes
        ? { ...again('its process died'), crashes: crashes + 1 }
        : settle('failed', deathOf(end, crashes + 1))
  }
}

const done: Conclusion = { again: null, crashes: 0, isFinished: false }
const again = (why: string): Conclusion => ({ ...done, again: why })

const isHubAway = (error: AssayError): boolean => error.code.startsWith('ASSAY-90') && isRetryable(error)

const notTaken = (end: ChildEnd): AssayError =>
  createError('ASSAY-9021', {
    message: 'The evaluation was done, but its rows could not be brought into the hub',
    detail: end.errors.trim().split('\n').slice(-3).join('\n'),
  })

const deathOf = (end: ChildEnd, times: number): AssayError =>
  end.outgrown
    ? createError('ASSAY-9021', {
        message: `The process of the evaluation took too much memory, ${times} times in a row`,
        fix: 'evaluate smaller test sets one by one, or with the command line and --hub',
      })
    : { ...readChildError(end), message: `The process of the evaluation died ${times} times in a row` }
