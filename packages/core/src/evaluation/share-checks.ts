import type { VerdictRow } from '@assay/contracts'
import { createIntern } from './create-intern.ts'
import type { ObservedCheck } from './observation.ts'

type CheckList = readonly ObservedCheck[]

export interface SharedChecks {
  /** The same object for verdicts that are alike. */
  observe(row: VerdictRow, required: boolean): ObservedCheck
  /** The list with one more check; the same list for the same checks. Lists start from `noChecks`. */
  append(list: CheckList, check: ObservedCheck): CheckList
}

export const noChecks: CheckList = []

/** More kinds than this are no longer looked for: scores that differ from case to case would fill the memory they save. */
const maxShared = 1_000

/** Checks say the same of most cases: what they said is kept once, not once a case. */
export function createSharedChecks(): SharedChecks {
  const checks = new Map<string, ObservedCheck>()
  const shared = new Set<ObservedCheck>()
  const longer = new Map<CheckList, Map<ObservedCheck, CheckList>>([[noChecks, new Map()]])
  const intern = createIntern()
  return {
    observe(row, required) {
      const identity = `${row.check}\n${required} ${row.weight} ${row.better} ${row.outcome} ${row.score}`
      const known = isShareable(row) ? checks.get(identity) : undefined
      const check = known ?? observeCheck(row, { required, name: intern(row.check) })
      if (known !== undefined || !isShareable(row) || checks.size >= maxShared) return check
      checks.set(identity, check)
      shared.add(check)
      return check
    },
    append(list, check) {
      const lists = shared.has(check) ? longer.get(list) : undefined
      const known = lists?.get(check)
      if (known !== undefined) return known
      const appended = [...list, check]
      if (lists === undefined || longer.size >= maxShared) return appended
      lists.set(check, appended)
      longer.set(appended, new Map())
      return appended
    },
  }
}

/** Failures have a reason of their own. */
const isShareable = ({ outcome, reason }: VerdictRow): boolean => outcome !== 'fail' || reason === undefined

const observeCheck = (
  row: VerdictRow,
  { required, name }: Pick<ObservedCheck, 'required' | 'name'>,
): ObservedCheck => ({
  name,
  required,
  weight: row.weight ?? 1,
  better: row.better ?? 'higher',
  outcome: row.outcome,
  score: row.score ?? null,
  reason: row.outcome === 'fail' ? (row.reason ?? null) : null,
})
