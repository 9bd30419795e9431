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
  const names = numberNames(prepared.map(({ name }) => name))
  return ok(prepared.map((check, index) => ({ ...check, name: names[index] ?? check.name })))
}

/** No two of a list have one name: the second `contains` is `contains 2`, or the next number that nothing is called. */
export function numberNames(written: readonly string[]): readonly string[] {
  const taken = new Set(written)
  const met = new Set<string>()
  return written.map((name) => {
    if (!met.has(name)) {
      met.add(name)
      return name
    }
    let number = 2
    while (taken.has(`${name} ${number}`)) number += 1
    taken.add(`${name} ${number}`)
    return `${name} ${number}`
  })
}
