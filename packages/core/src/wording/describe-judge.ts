import type { Estimate, EvaluationSummary } from '@assay/contracts'
import { formatCount, formatCounted, formatInterval, formatValue } from './format-figure.ts'

type Judge = EvaluationSummary['judge']

/** How far the judge can be trusted: "fixed rules; wrong on 4 % of labelled answers (2–7)". */
export const describeJudge = (summary: Pick<EvaluationSummary, 'judge' | 'correction'>): string =>
  `${describeTrust(summary)}${describeCascade(summary.judge)}`

/** "; rules decided 82 of 100 answers; of 5 asked about again, 1 would be judged otherwise" */
function describeCascade({ cascade }: Judge): string {
  if (cascade === undefined) return ''
  const all = cascade.decided.reduce((sum, { answers }) => sum + answers, 0)
  const decided = cascade.decided.map(({ judge, answers }) => `${judge} decided ${formatCount(answers)}`)
  const again =
    cascade.rechecked === 0
      ? ''
      : `; of ${formatCount(cascade.rechecked)} the last was asked about again, it judged ${formatCount(cascade.changed)} otherwise`
  return `; ${decided.join(', ')} of ${formatCount(all)}${again}`
}

/** What people said of this target's answers comes before what is known of the judge from others. */
function describeTrust({ judge, correction }: Parameters<typeof describeJudge>[0]): string {
  if (judge.kind === 'none') return 'no judge; the checks decide alone'
  const who = judge.kind === 'rules' ? 'fixed rules' : `judged by ${judge.id}`
  if (correction?.otherwise !== undefined)
    return `${who}; people found ${correction.otherwise} of ${formatCounted(correction.right + correction.wrong, 'labelled answer')} otherwise`
  if (judge.measured === null) return `${who}; unmeasured (assay judge label)`
  const { errorRate, truePositiveRate, trueNegativeRate, n } = judge.measured
  if (errorRate?.value !== undefined && errorRate.value !== null) {
    const interval = formatInterval(errorRate)
    return `${who}; wrong on ${formatValue(errorRate)} of labelled answers${interval === null ? '' : ` (${interval})`}`
  }
  return `${who}; agrees with labels on ${shortRate(truePositiveRate)} of right and ${shortRate(trueNegativeRate)} of wrong answers (n = ${n})`
}

const shortRate = (estimate: Estimate): string =>
  estimate.value === null ? 'not tested' : formatValue(estimate)
