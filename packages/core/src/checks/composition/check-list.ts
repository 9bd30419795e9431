import { checkUseSchema, type CheckCase, type CheckUse, type CheckVerdict } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { CheckInput, CheckPorts, PrepareContext, PreparedCheck } from '../check.ts'
import { prepareList } from '../prepare-list.ts'

/** The parameter every check made of checks takes. */
export const checkList = z
  .array(checkUseSchema)
  .min(1)
  .describe('The checks, written as under `checks` in `assay.yaml`; they read what this check reads by `on`')

export interface Part {
  readonly check: PreparedCheck
  readonly verdict: CheckVerdict
}

/** Makes the checks ready. Fails with ASSAY-7011 where all of them are advisory: nothing would decide. */
export function prepareParts(
  where: string,
  uses: readonly CheckUse[],
  { prepare }: PrepareContext,
  within?: string,
): Result<readonly PreparedCheck[]> {
  const checks = prepareList(uses, { prepare }, within)
  if (!checks.ok || checks.value.some(({ required }) => required)) return checks
  const fix = 'leave out `required: false` or `weight: 0` on at least one'
  return fail(createError('ASSAY-7011', { where, message: 'All checks of the list are advisory', fix }))
}

/** All of them are run, one after the other, so that the score of a case does not hang on their order. */
export async function runParts(
  checks: readonly PreparedCheck[],
  input: CheckInput,
  ports: CheckPorts,
): Promise<readonly Part[]> {
  const checkCase = toPartCase(input)
  const parts: Part[] = []
  for (const check of checks) parts.push({ check, verdict: await check.run(checkCase, ports) })
  return parts
}

/** The case with the part that `on` selects as its answer. */
const toPartCase = ({ case: checkCase, value, text }: CheckInput): CheckCase =>
  value === undefined || value === (checkCase.answer ?? checkCase.text)
    ? checkCase
    : { ...checkCase, answer: text }

/** `name ("reason")` of each, for reasons. */
export const nameParts = (parts: readonly Part[]): string =>
  parts.map(({ check, verdict }) => `${check.name} (${verdict.reason})`).join(', ')

/** Evidence of the parts that read the same text. */
export const spansOf = (parts: readonly Part[]) =>
  parts.flatMap(({ check, verdict }) => (check.on === undefined ? verdict.spans : []))

/** What broke or was not judged decides where nothing else does: what broke first. */
export function withholdFor(open: readonly Part[]) {
  const broken = open.find(({ verdict }) => verdict.error !== null)
  if (broken?.verdict.error)
    return fail({ ...broken.verdict.error, message: `${broken.check.name}: ${broken.verdict.error.message}` })
  return ok({ outcome: 'not-judged' as const, reason: `not judged: ${nameParts(open)}` })
}
