import { createError } from '../../errors/create-error.ts'
import { nearestWord } from '../../nearest-word.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Check } from '../check.ts'
import { checkGroups } from './check-groups.data.ts'

/** Looks a check up by its id. Fails with ASSAY-7010. */
export type FindCheck = (id: string) => Result<Check>

/**
 * Loads the checks that are named anywhere in `written`, which may be whole lists, sets and templates, and no others: all of
 * them take some 20 MB. A text that only happens to read like an id loads one too many.
 */
export async function loadChecks(written: unknown): Promise<FindCheck> {
  const texts = new Set<unknown>()
  JSON.stringify(written, (_, value: unknown) => {
    if (typeof value === 'string') texts.add(value)
    return value
  })
  const used = checkGroups.filter(({ ids }) => ids.some((id) => texts.has(id)))
  const loaded = await Promise.all(used.map(({ load }) => load()))
  return findIn(loaded.flat())
}

export function findIn(checks: readonly Check[]): FindCheck {
  const byId = new Map(checks.map((check) => [check.id, check]))
  return (id) => {
    const found = byId.get(id)
    return found === undefined ? fail(noSuchCheck(id)) : ok(found)
  }
}

function noSuchCheck(id: string) {
  const nearest = nearestWord(
    id,
    checkGroups.flatMap(({ ids }) => ids),
  )
  const fix = nearest === null ? {} : { fix: `did you mean ${nearest}?` }
  return createError('ASSAY-7010', { where: id === '' ? 'a check without an id' : id, ...fix })
}
