import type { ComparisonVerdict, Difference } from '@assay/contracts'
import { formatDifference } from '@assay/core/wording'
import type { ReactElement } from 'react'
import './verdict.css'

export const toneOfVerdict: Readonly<Record<ComparisonVerdict, 'good' | 'bad' | 'unsure' | 'quiet'>> = {
  better: 'good',
  worse: 'bad',
  'no meaningful difference': 'quiet',
  'not enough cases to tell': 'unsure',
  'not tested': 'quiet',
}

/** Beside the colour, for whoever does not see it. */
const signs: Readonly<Record<ComparisonVerdict, string>> = {
  better: '▲',
  worse: '▼',
  'no meaningful difference': '=',
  'not enough cases to tell': '?',
  'not tested': '–',
}

/** One of the five verdicts, alone. */
export function Verdict({ verdict }: { readonly verdict: ComparisonVerdict }): ReactElement {
  return (
    <span className={`verdict ${toneOfVerdict[verdict]}`}>
      <span aria-hidden="true">{signs[verdict]} </span>
      {verdict}
    </span>
  )
}

/** A verdict with how large and how sure: "worse by 21 points (8–34, 40 pairs)". */
export function DifferenceText({ difference }: { readonly difference: Difference }): ReactElement {
  const { verdict } = difference
  const words = formatDifference(difference)
  const rest = words.startsWith(verdict) ? words.slice(verdict.length) : ''
  return (
    <span>
      <Verdict verdict={verdict} />
      <span className="quiet">{rest}</span>
    </span>
  )
}
