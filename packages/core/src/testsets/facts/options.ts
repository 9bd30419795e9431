import type { QuestionType } from '@assay/contracts'

/** Types the rule-based generator composes; the others belong to the model-based one. */
export const factsTypes: readonly QuestionType[] = [
  'simple',
  'complex',
  'distracting',
  'double',
  'conversational',
  'split',
  'false-premise',
  'out-of-scope',
]

export interface FactsOptions {
  readonly questions: number
  readonly types: readonly QuestionType[]
  readonly seed: string | number
  /** Topic ids or names; all when absent. */
  readonly topics?: readonly string[]
  /** Sources, or folders of them; all when absent. */
  readonly sources?: readonly string[]
  /** ISO 639-1. Absent: the one it can, English. */
  readonly languages?: readonly string[]
}

export interface RejectedCandidate {
  readonly type: QuestionType
  readonly question: string
  readonly rejectedBy: string
  readonly reason: string
}

export interface Shortfall {
  readonly type: QuestionType
  readonly asked: number
  readonly delivered: number
  readonly reasons: readonly string[]
}
