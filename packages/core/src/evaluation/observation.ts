import type { AssayError, CaseResult, VerdictRow } from '@assay/contracts'
import { decideByRequired } from '../checks/aggregate-verdicts.ts'

/** The checks an evaluation of questions and answers makes. */
export const evaluationChecks = {
  correctness: 'correctness',
  declining: 'declining',
  retrieval: 'retrieval',
} as const

/** What one attempt came to: everything later figures are made of, without the texts. */
export interface AttemptObservation {
  readonly repeat: number
  readonly latencyMs: number | null
  readonly returnedModel: string | null
  readonly error: AssayError | null
  readonly correctness: VerdictRow | null
  readonly declining: VerdictRow | null
  readonly retrieval: VerdictRow | null
  /** The user's checks, in their order. */
  readonly checks: readonly ObservedCheck[]
}

export interface ObservedCheck extends Pick<VerdictRow, 'outcome'> {
  readonly name: string
  readonly required: boolean
  readonly weight: number
  readonly better: 'higher' | 'lower'
  readonly score: number | null
  /** Kept of failures alone. */
  readonly reason: string | null
}

export type Outcome = CaseResult['outcome']

const correctnessOutcomes: Readonly<Record<string, Outcome>> = {
  correct: 'correct',
  'partially-correct': 'partially-correct',
  incorrect: 'incorrect',
  'no-answer': 'no-answer',
  'not-judged': 'not-judged',
}
const decliningOutcomes: Readonly<Record<string, Outcome>> = {
  declined: 'correct',
  partly: 'partially-correct',
  'answered-anyway': 'incorrect',
  'not-judged': 'not-judged',
}

/** The verdict that decides whether the attempt passes: declining for questions outside the documents, else correctness. */
export const decidingVerdict = (attempt: AttemptObservation, isOutOfScope: boolean): VerdictRow | null =>
  isOutOfScope ? attempt.declining : attempt.correctness

/** The judge's word; without a judge, that of the required checks. */
export function outcomeOf(attempt: AttemptObservation, isOutOfScope: boolean): Outcome {
  if (attempt.error !== null) return 'error'
  const verdict = decidingVerdict(attempt, isOutOfScope)
  if (verdict !== null) return judgedOutcome(verdict, isOutOfScope)
  const byChecks = passesChecks(attempt)
  if (byChecks === null || byChecks === 'none') return 'not-judged'
  return byChecks ? 'correct' : 'incorrect'
}

/** Whether the attempt passes: right by the judge, where there is one, and by every required check. `null`: nobody can say. */
export function passes(attempt: AttemptObservation, isOutOfScope: boolean): boolean | null {
  const outcome = outcomeOf(attempt, isOutOfScope)
  if (outcome === 'error') return null
  const byChecks = passesChecks(attempt)
  const judged = passedOf(outcome)
  if (byChecks === 'none') return judged
  if (byChecks === false || judged === false) return false
  return byChecks === null ? null : judged
}

/** `none`: no required check applies. */
function passesChecks({ checks }: AttemptObservation): boolean | null | 'none' {
  const required = checks.filter((check) => check.required && check.outcome !== 'not-applicable')
  return required.length === 0 ? 'none' : decideByRequired(required.map((check) => check.outcome))
}

function judgedOutcome(verdict: VerdictRow, isOutOfScope: boolean): Outcome {
  if (verdict.outcome === 'error') return 'error'
  if (verdict.outcome === 'not-judged' || verdict.outcome === 'not-applicable') return 'not-judged'
  const outcomes = isOutOfScope ? decliningOutcomes : correctnessOutcomes
  return outcomes[verdict.label ?? ''] ?? (verdict.outcome === 'pass' ? 'correct' : 'incorrect')
}

/** `null`: in no denominator. */
export const passedOf = (outcome: Outcome): boolean | null =>
  outcome === 'error' || outcome === 'not-judged' ? null : outcome === 'correct'
