import type { EvaluationSummary } from '@assay/contracts'
import { formatCounted } from '@assay/core/wording'

const named = 3

/** Which cases changed their verdict between repeats; empty: none did. */
export function describeFlaky({ flaky }: Pick<EvaluationSummary, 'flaky'>): readonly string[] {
  if (flaky === null || flaky.cases.length === 0) return []
  const { cases, quarantined } = flaky
  const names = cases.slice(0, named).map(({ caseId }) => caseId)
  const more = cases.length > named ? ` and ${cases.length - named} more` : ''
  const count = formatCounted(cases.length, 'case')
  return [
    quarantined
      ? `${count} quarantined: ${names.join(', ')}${more}`
      : `${count} changed verdict between repeats: ${names.join(', ')}${more}`,
  ]
}
