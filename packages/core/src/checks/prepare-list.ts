import type { CheckUse } from '@assay/contracts'
import { ok, type Result } from '../result.ts'
import type { PrepareContext, PreparedCheck } from './check.ts'

/** Makes a list of checks ready; the first that is wrong stops all. `within`: the set they stand in. */
export function prepareList(
  uses: readonly CheckUse[],
  context: Pick<PrepareContext, 'prepare'>,
  within?: string,
): Result<readonly PreparedCheck[]> {
  const prepared: PreparedCheck[] = []
  for (const use of uses) {
    const check = context.prepare(use, within)
    if (!check.ok) return check
    prepared.push(check.value)
  }
  return ok(prepared.map((check, index) => ({ ...check, name: numberName(prepared, index) })))
}

/** No two of a list have one name: the second `contains` is `contains 2`. */
function numberName(checks: readonly PreparedCheck[], index: number): string {
  const name = checks[index]?.name ?? ''
  const before = checks.slice(0, index).filter((check) => check.name === name).length
  return before === 0 ? name : `${name} ${before + 1}`
}
