export type FindingKind =
  | 'conflicting-values'
  | 'competing-names'
  | 'near-duplicates'
  | 'dangling-reference'
  | 'boilerplate'
  | 'orphan-heading'
  | 'long-passage'
  | 'short-passage'
  | 'mixed-languages'
  | 'personal-data'
  | 'secret'

/** `high`: a reader gets a wrong or two answers, or what is not theirs; `medium`: retrieval suffers; `low`: worth knowing. */
export type Severity = 'high' | 'medium' | 'low'

/** A stretch of a document. */
export interface FindingPlace {
  readonly source: string
  readonly start: number
  readonly end: number
  /** The raw text of the span, cut to 200 characters; of personal data and secrets its masked form. */
  readonly quote: string
}

export interface Finding {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly message: string
  readonly places: readonly FindingPlace[]
}
