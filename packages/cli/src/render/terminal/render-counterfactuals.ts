import type {
  CounterfactualComparison,
  CounterfactualPair,
  MeasuredCounterfactual,
} from '@assay/core/testsets'
import { formatCounted, formatSignedPoints } from '@assay/core/wording'
import { cutLine } from '../format/fit-text.ts'
import { toPrintable } from './printable.ts'

/** By dimension: what differs and how often, each difference with its interval, and the pairs that differ most. */
export function renderCounterfactuals(comparisons: readonly CounterfactualComparison[], width = 80): string {
  const fit = (line: string) => cutLine(toPrintable(line), width)
  const sections = comparisons.map((comparison) =>
    [
      ...describeCounts(comparison),
      ...comparison.differences.map(describeDifference),
      ...comparison.examples.flatMap(describeExample),
    ]
      .map(fit)
      .join('\n'),
  )
  return [
    ...sections,
    '  * differs at 5 %, by Holm over all comparisons; length in % of the longer answer',
  ].join('\n')
}

const describeCounts = ({
  dimension,
  first,
  second,
  pairs,
  verdictsDiffer,
  refusalsDiffer,
}: CounterfactualComparison): readonly string[] => [
  `${dimension}: ${second} against ${first}, ${formatCounted(pairs, 'pair')}`,
  `  differ    ${formatCounted(verdictsDiffer, 'verdict')}, ${formatCounted(refusalsDiffer, 'refusal')}`,
]

const level = 0.05

function describeDifference(measured: MeasuredCounterfactual): string {
  const { measure, difference, low, high, pairs, adjustedPValue } = measured
  if (difference === null) return `  ${measure.padEnd(9)} not tested`
  const mark = adjustedPValue !== null && adjustedPValue <= level ? ' *' : ''
  const interval =
    low === null || high === null
      ? 'no interval'
      : `${formatSignedPoints(low)} to ${formatSignedPoints(high)}`
  const unit = measure === 'length' ? '%' : 'points'
  return `  ${measure.padEnd(9)} ${formatSignedPoints(difference)} ${unit} (${interval}, ${formatCounted(pairs, 'pair')})${mark}`
}

const describeExample = ({ first, second }: CounterfactualPair): readonly string[] =>
  [first, second].map(({ caseId, question, text, passed }) => {
    const verdict = passed === null ? 'not judged' : passed ? 'passed' : 'failed'
    return `    ${caseId}  ${verdict}  ${question} → ${text.replaceAll(/\s+/g, ' ')}`
  })
