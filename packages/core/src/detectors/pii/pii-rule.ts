/** One form of personal data. */
export interface PiiRule {
  readonly label: string
  /**
   * Flag `g`; matches the value alone, what must stand round it goes into lookarounds. Each quantifier is bounded or can
   * only match in one way, so that a text of any form is read in linear time. Digits are ASCII, spaces and dashes plain.
   */
  readonly pattern: RegExp
  /** How sure the form alone is, 0 to 1; 0: nothing without its words. Below 0.5 it is reported and does not count. */
  readonly score: number
  /** Words that say what a value near them is. */
  readonly near?: NearWords
  /** Whether the value can be what it looks like: a check digit, a date. A number: how sure by form. A string: only this start of it. */
  readonly accept?: (value: string) => boolean | number | string
}

export interface NearWords {
  /** Flag `g`. */
  readonly words: RegExp
  readonly score: number
  /** Raises only forms that are this sure; default: all. */
  readonly least?: number
  /** What the value is called beside them; default: the rule's label. */
  readonly label?: string
}

/** Not within a longer number, version or identifier. */
export const alone = (source: string, flags = 'g'): RegExp =>
  new RegExp(`(?<![\\w.+-])(?:${source})(?![\\w-]|[.,:]\\d)`, flags)

/** `words` stand by themselves (write `\p{L}*` where they may go on); `parts` anywhere, also within a word. */
export function near(
  score: number,
  words: string,
  { parts = '', ...more }: { readonly parts?: string } & Pick<NearWords, 'label' | 'least'> = {},
): NearWords {
  const whole = `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])`
  const source = parts === '' ? whole : words === '' ? parts : `${whole}|${parts}`
  return { words: new RegExp(source, 'giu'), score, ...more }
}
