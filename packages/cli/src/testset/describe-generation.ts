import type { GenerationOutcome } from '@assay/core/testsets'
import { formatCounted, formatMoney, formatTokens } from '@assay/core/wording'
import { countBy, listCounts } from './describe-test-set.ts'

/** What was made, by type; what fell short and why; what was thrown away; what it cost. */
export function describeGeneration(outcome: GenerationOutcome, file: string): readonly string[] {
  const { cases, shortfall, candidates, rejected, spare } = outcome
  const away = rejected.reduce((sum, { count }) => sum + count, 0)
  const reasons = rejected.map(({ by, count }) => `${by} ${count}`).join(', ')
  return [
    `${formatCounted(cases.length, 'question')} in ${file}, drafts until reviewed`,
    `  types     ${listCounts(countBy(cases, ({ type }) => type))}`,
    ...shortfall.map(
      ({ type, asked, delivered, reasons: why }) =>
        `  short     ${type}: ${delivered} of ${asked}; ${why.slice(0, 3).join('; ')}`,
    ),
    `  rejected  ${away} of ${formatCounted(candidates, 'candidate')}${reasons === '' ? '' : `: ${reasons}`}`,
    ...(spare > 0 ? [`  spare     ${spare} valid ones were not needed`] : []),
    `  cost      ${describeCost(outcome)}`,
  ]
}

function describeCost({ calls }: GenerationOutcome): string {
  if (calls.calls === 0) return 'no model calls'
  const { perQuestion } = calls
  const money = calls.costUsd === null ? 'price unknown' : formatMoney(calls.costUsd)
  const each =
    perQuestion.calls === null || perQuestion.tokens === null
      ? ''
      : `; each question ${perQuestion.calls.toFixed(1)} calls, ${formatTokens(Math.round(perQuestion.tokens))} tokens${perQuestion.costUsd === null ? '' : `, ${formatMoney(perQuestion.costUsd)}`}`
  const cached = calls.cached > 0 ? ` (${calls.cached} from the cache)` : ''
  return `${formatCounted(calls.calls, 'call')}${cached}, ${formatTokens(calls.inputTokens + calls.outputTokens)} tokens, ${money}${each}`
}
