import type { CaseResult } from '@assay/contracts'

export interface FailureGroup {
  /** The check that failed, how, and in which slice: "correctness · incorrect · conversational". */
  readonly label: string
  readonly component: CaseResult['component']
  readonly cases: number
  /** Of all failures. */
  readonly share: number
  /** Two to look at. */
  readonly examples: readonly CaseResult[]
}

/** Failures by check, outcome, type and component, largest group first. `describeOutcome`: what parts them, in words. */
export function groupFailures(
  cases: readonly CaseResult[],
  describeOutcome: (result: CaseResult) => string,
): readonly FailureGroup[] {
  const failures = cases.filter((each) => each.passed === false || each.outcome === 'error')
  const labelOf = (result: CaseResult): string => `${describeCheck(result, describeOutcome)} · ${result.type}`
  const groups = Map.groupBy(failures, (each) => `${labelOf(each)} · ${each.component ?? ''}`)
  return [...groups.values()]
    .map((members) => {
      const [first] = members
      return {
        label: first === undefined ? '' : labelOf(first),
        component: first?.component ?? null,
        cases: members.length,
        share: members.length / failures.length,
        examples: members.slice(0, 2),
      }
    })
    .toSorted((a, b) => b.cases - a.cases || a.label.localeCompare(b.label))
}

function describeCheck(result: CaseResult, describeOutcome: (result: CaseResult) => string): string {
  const { type, failsByChecksAlone, failedChecks } = result
  if (failsByChecksAlone) return `${failedChecks[0] ?? ''} · failed`
  return `${type === 'out-of-scope' ? 'declining' : 'correctness'} · ${describeOutcome(result)}`
}
