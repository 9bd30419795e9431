import type { AssayError, CheckUse, CheckVerdict } from '@assay/contracts'
import type { Check, Finding, Opinion } from './check.ts'

/** Threshold and `not` decide here, for every check alike. What was not judged stays not judged. */
export function toVerdict(id: string, finding: Finding, use: CheckUse, check: Check): CheckVerdict {
  if (finding.outcome === 'not-judged' || finding.outcome === 'not-applicable')
    return { id, outcome: finding.outcome, score: null, spans: [], reason: finding.reason, error: null }
  const decided = decide(finding, use.threshold ?? check.threshold, check.better ?? 'higher')
  const isPass = decided.isPass !== (use.not ?? false)
  return {
    id,
    outcome: isPass ? 'pass' : 'fail',
    score: finding.score ?? (decided.isPass ? 1 : 0),
    spans: [...(finding.spans ?? [])],
    reason: use.not === true ? `not wanted: ${decided.reason}` : decided.reason,
    error: null,
  }
}

function decide(
  finding: Opinion,
  threshold: number | undefined,
  better: 'higher' | 'lower',
): { readonly isPass: boolean; readonly reason: string } {
  const { reason, score } = finding
  if (finding.outcome !== 'score' && (threshold === undefined || score === undefined))
    return { isPass: finding.outcome === 'pass', reason }
  if (threshold === undefined) return { isPass: true, reason: `${reason}; no threshold is set` }
  const isPass = better === 'higher' ? (score ?? 0) >= threshold : (score ?? 0) <= threshold
  return {
    isPass,
    reason: `${reason}; ${better === 'higher' ? 'at least' : 'at most'} ${threshold} is asked`,
  }
}

/** Something broke: no verdict, and never a failed test. */
export const toBrokenVerdict = (id: string, error: AssayError): CheckVerdict => ({
  id,
  outcome: 'error',
  score: null,
  spans: [],
  reason: error.message,
  error,
})
