import type * as z from 'zod'
import {
  checkCaseSchema,
  checkUseSchema,
  type CheckCase,
  type CheckUse,
  type CheckVerdict,
} from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { prepareChecks } from '@assay/core/checks'
import { isTooDeep } from '../documents/is-too-deep.ts'
import type { Handlers } from '../hub.ts'
import { InvalidRequest } from '../http/read-request.ts'
import { createThreads } from '../threads/create-threads.ts'

export const checkTrialHandlers: Handlers<'tryCheck'> = {
  async tryCheck({ body }) {
    const use = readPart(checkUseSchema, body.check, '/check')
    const checkCase = readPart(checkCaseSchema, body.caseOf, '/caseOf')
    const runnable = requireRunnable(use)
    if (!runnable.ok) return runnable
    const verdict = await runTrial(use, checkCase)
    return verdict.ok ? ok({ verdict: verdict.value }) : verdict
  },
}

const timeoutMs = 10_000
/** Kept, so that a try is answered while somebody types. */
const threads = createThreads(new URL('../test-sets/check-trial-worker.mjs', import.meta.url), {
  most: 2,
  timeoutMs,
  megabytes: 256,
  keep: true,
})

async function runTrial(use: CheckUse, checkCase: CheckCase): Promise<Result<CheckVerdict>> {
  const ended = await threads.run<CheckVerdict>({ use, checkCase })
  if (ended.end === 'done') return ok(ended.value)
  if (ended.end === 'busy') return fail(createError('ASSAY-9007', { retryAfterMs: 1_000 }))
  const message =
    ended.end === 'too long' ? `It took more than ${timeoutMs / 1000} s` : 'It needed too much memory'
  return fail(createError('ASSAY-7013', { where: use.check ?? '', message, fix: 'try it on shorter texts' }))
}

/** A part of the body as its schema reads it. Throws `InvalidRequest` with pointers below the place. */
function readPart<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> {
  if (isTooDeep(value)) throw new InvalidRequest([{ pointer: place, message: 'it is nested too deep' }])
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new InvalidRequest(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: [place, ...path.map(String)].join('/'),
      message,
    })),
  )
}

const names = {
  model: 'a model',
  embedder: 'an embedder',
  scorer: 'a local model',
  'user code': 'code of yours',
  detector: 'a detector that is not built in',
} as const

/** Nothing is asked from here: a check that only asks where it can is run without. */
function requireRunnable(use: CheckUse): Result<void> {
  if (use.template !== undefined)
    throw new InvalidRequest([
      { pointer: '/check/template', message: 'templates stand in assay.yaml alone: write the check out' },
    ])
  const prepared = prepareChecks([use])
  if (!prepared.ok) return prepared
  for (const { what, check } of prepared.value.flatMap(({ needs }) => needs))
    if (what !== 'optional model')
      return fail(
        createError('ASSAY-7014', {
          where: check,
          message: `It needs ${names[what]}, and a trial asks none`,
          fix: 'see what it says in an evaluation of a few cases',
        }),
      )
  return ok(undefined)
}
