import type { CaseResult } from '@assay/contracts'

export interface FailureGroup {
  /** The check that failed, how, and in which slice: "correctness · incorrect · conversational". */
  readonly label: string
  readonly component: string | null
  readonly cases: number
  /** Of all failures. */
  readonly share: number
  /** Two to look at. */
  readonly examples: readonly CaseResult[]
}

/** Failures by check, outcome, type and component, largest group first. */
export function groupFailures(cases: readonly CaseResult[]): readonly FailureGroup[] {
  const failures = cases.filter((each) => each.passed === false || each.outcome === 'error')
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

function labelOf({ type, outcome, failsByChecksAlone, failedChecks }: CaseResult): string {
  if (failsByChecksAlone) return `${failedChecks[0] ?? ''} · failed · ${type}`
  return `${type === 'out-of-scope' ? 'declining' : 'correctness'} · ${outcome.replace('-', ' ')} · ${type}`
}
