/** One kind of secret. Found by a keyword that stands in or before it, then in full. */
export interface SecretRule {
  readonly label: string
  /** Lower case, two characters or more. */
  readonly keywords: readonly string[]
  /** Looks round a keyword only, so that a text of any form is read in linear time. */
  readonly findAt: (text: string, at: number, keyword: string) => FoundSecret | null
}

export interface FoundSecret {
  readonly start: number
  readonly end: number
  /** How sure, 0 to 1. */
  readonly score: number
}
