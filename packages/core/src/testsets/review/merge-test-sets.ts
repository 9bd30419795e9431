import type { TestCase } from '@assay/contracts'
import { createDuplicateGuard } from '../validation/near-duplicate.ts'

/** A case that people put work into: reviewed, put to use, written or imported. Never replaced silently. */
export const isKeptCase = ({ review, status, provenance }: TestCase): boolean =>
  review !== undefined ||
  status === 'active' ||
  provenance.generator === 'person' ||
  provenance.generator.startsWith('import:')

export interface MergedTestSet {
  readonly cases: readonly TestCase[]
  readonly kept: number
  /** New cases with the id or the words of a kept one. */
  readonly dropped: number
}

/** The kept cases of the old set in their order, then the new ones that ask something else. */
export function mergeTestSets(old: readonly TestCase[], fresh: readonly TestCase[]): MergedTestSet {
  const kept = old.filter(isKeptCase)
  const ids = new Set(kept.map(({ id }) => id))
  const guard = createDuplicateGuard()
  for (const each of kept) guard.add(each)
  const added = fresh.filter((each) => !ids.has(each.id) && guard.findTwin(each) === null)
  return { cases: [...kept, ...added], kept: kept.length, dropped: fresh.length - added.length }
}
