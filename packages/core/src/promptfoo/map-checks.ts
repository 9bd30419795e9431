import type { CheckUse } from '@assay/contracts'
import { prepareChecks } from '../checks/prepare-checks.ts'
import type { ExpandedTest } from './expand-tests.ts'
import type { FunctionSources } from './function-sources.ts'
import type { ImportTools } from './import-tools.ts'
import { decorate, mapAssertion } from './map-assertion.ts'
import type { MappedCheck } from './map-graded-assertion.ts'
import type { NotMapped } from './not-mapped.ts'
import type { ReadAssertion } from './read-assertions.ts'

export interface CheckMapping {
  readonly functions: FunctionSources
  readonly readYaml: ImportTools['readYaml']
  readonly notMapped: NotMapped[]
  /** How many assertions became checks. */
  readonly counts: { mapped: number }
}

/** The checks of a test. With a threshold of its own it is their weighted score that decides. */
export function mapChecks(test: ExpandedTest, mapping: CheckMapping): readonly CheckUse[] {
  const checks = mapAll(test.assertions, test, mapping)
  const { threshold, where } = test
  if (threshold === undefined || checks.length === 0) return checks
  const use = { check: 'weighted', threshold, parameters: { checks } }
  const problem = findProblem(use)
  if (problem === null) return [use]
  mapping.notMapped.push({ what: 'threshold', where, reason: problem })
  return checks
}

const mapAll = (
  assertions: readonly ReadAssertion[],
  test: ExpandedTest,
  mapping: CheckMapping,
): readonly CheckUse[] =>
  assertions.flatMap((read) => {
    const { where, assertion } = read
    const isSet = assertion.type === 'assert-set'
    const mapped = isSet ? mapSet(read, test, mapping) : mapAssertion(assertion, { ...test, ...mapping })
    if (mapped === null) return []
    const usable = refuseUnusable(mapped)
    const reasons = typeof usable === 'string' ? [usable] : (usable.lost ?? [])
    mapping.notMapped.push(...reasons.map((reason) => ({ what: assertion.type, where, reason })))
    if (typeof usable === 'string') return []
    if (!isSet) mapping.counts.mapped += 1
    return [usable.use]
  })

const refuseUnusable = (mapped: MappedCheck | string): MappedCheck | string =>
  typeof mapped === 'string' ? mapped : (findProblem(mapped.use) ?? mapped)

/** `null`: nothing is left of it, and all its parts are named. */
function mapSet(
  { assertion, parts }: ReadAssertion,
  test: ExpandedTest,
  mapping: CheckMapping,
): MappedCheck | null {
  const checks = mapAll(parts, test, mapping)
  if (checks.length === 0) return null
  const { threshold } = assertion
  const use =
    threshold === undefined
      ? { check: 'all-of', parameters: { checks } }
      : { check: 'weighted', threshold, parameters: { checks } }
  return decorate({ use }, assertion, test.vars)
}

/** Why a check cannot be used after all: a pattern RE2 does not take, a schema that is wrong. */
function findProblem(use: CheckUse): string | null {
  const prepared = prepareChecks([use])
  return prepared.ok ? null : `${prepared.error.message} (${prepared.error.where ?? ''})`
}
