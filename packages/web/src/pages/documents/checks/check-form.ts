/** What a form asks for one check. */
export interface CheckForm {
  readonly id: string
  readonly title: string
  readonly kind: string
  /** What it asks: `none`, `model calls`, … */
  readonly needs: string
  readonly measures: string
  readonly parameters: readonly CheckParameter[]
}

export interface CheckParameter {
  readonly name: string
  readonly as: 'text' | 'lines' | 'number' | 'yes' | 'choice' | 'json'
  readonly description: string
  readonly options?: readonly string[]
  readonly isRequired?: true
  /** What holds when nothing is given, as JSON. */
  readonly standard?: string
}
