import type { ReactElement, ReactNode } from 'react'
import './toned-badge.css'

export type Tone = 'good' | 'bad' | 'unsure' | 'quiet'

/** Beside the colour, for whoever does not see it. */
const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', unsure: '?', quiet: '–' }

/** A word of judgement in its colour, with a sign. */
export function TonedBadge({
  tone,
  children,
}: {
  readonly tone: Tone
  readonly children: ReactNode
}): ReactElement {
  return (
    <span className={`toned-badge ${tone}`} data-tone={tone}>
      <span aria-hidden="true">{signs[tone]} </span>
      {children}
    </span>
  )
}

/** Of whether a case passes; `null`: not judged, or an error. */
export const toneOfPassed = (passed: boolean | null): Tone =>
  passed === null ? 'unsure' : passed ? 'good' : 'bad'
