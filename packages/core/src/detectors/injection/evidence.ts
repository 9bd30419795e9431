/** One reason to take a text for an attack. */
export interface Evidence {
  /** Log odds at the shipped threshold: above 0 it is found. */
  readonly logit: number
  readonly label: string
  /** [start, end) of the text that was looked at. */
  readonly start: number
  readonly end: number
}

export const toScore = (logit: number): number => 1 / (1 + Math.exp(-logit))
