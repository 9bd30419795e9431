import type { Estimate, EvaluationSummary } from '@assay/contracts'
import { formatInterval, formatValue } from '../format/format-figure.ts'

type Judge = EvaluationSummary['judge']

/** How far the judge can be trusted: "fixed rules; wrong on 4 % of labelled answers (2–7)". */
export function describeJudge(judge: Judge): string {
  if (judge.kind === 'none') return 'no judge; the checks decide alone'
  const who = judge.kind === 'rules' ? 'fixed rules' : `judged by ${judge.id}`
  if (judge.measured === null) return `${who}; the judge's error is not measured`
  const { errorRate, truePositiveRate, trueNegativeRate, n } = judge.measured
  if (errorRate?.value !== undefined && errorRate.value !== null) {
    const interval = formatInterval(errorRate)
    return `${who}; wrong on ${formatValue(errorRate)} of labelled answers${interval === null ? '' : ` (${interval})`}`
  }
  return `${who}; agrees with labels on ${shortRate(truePositiveRate)} of right and ${shortRate(trueNegativeRate)} of wrong answers (n = ${n})`
}

const shortRate = (estimate: Estimate): string =>
  estimate.value === null ? 'not tested' : formatValue(estimate)
