import type { CaseResult } from '@assay/contracts'
import { outcomeWords } from './outcome-words.ts'

const decliningWords = {
  declined: 'declined',
  partly: 'partly declined',
  'answered-anyway': 'answered anyway',
} as const

type DecidedCase = Pick<CaseResult, 'type' | 'outcome' | 'declining' | 'failedChecks' | 'failsByChecksAlone'>

/** What came out of one case: an out-of-scope question is declined or not, others are correct or not. */
export function formatOutcome(result: DecidedCase): string {
  const { declining, outcome } = result
  if (result.failsByChecksAlone) return describeFailedChecks(result)
  if (result.type !== 'out-of-scope' || outcome === 'not-judged' || outcome === 'error')
    return declining === 'over-refused' ? 'declined though answerable' : outcomeWords[outcome]
  return declining !== null && declining in decliningWords
    ? decliningWords[declining as keyof typeof decliningWords]
    : outcomeWords[outcome]
}

const describeFailedChecks = ({ failedChecks: [first = '', ...more] }: DecidedCase): string =>
  `fails ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`
