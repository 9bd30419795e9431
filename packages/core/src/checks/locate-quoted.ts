import type { Span } from '../knowledge/split-sentences.ts'
import type { FencedText } from '../prompts/fence-texts.ts'
import { locateQuote } from '../structured-output/locate-quote.ts'

/** Words a model says to stand in the text of that label. */
export interface Quoted {
  readonly label: string
  readonly quote: string
}

/** Where the words stand in the text they are said to stand in; `null`: nowhere, or there is no such text. */
export function locateQuoted({ label, quote }: Quoted, texts: readonly FencedText[]): Span | null {
  const text = texts.find((each) => each.label === label)?.text
  return text === undefined ? null : locateQuote(quote, text)
}

/** In words for the model: the first quote that stands not where it is said to stand. */
export function findLooseQuote(quotes: readonly Quoted[], texts: readonly FencedText[]): string | null {
  const loose = quotes.find((quoted) => locateQuoted(quoted, texts) === null)
  return loose === undefined
    ? null
    : `the quote ${JSON.stringify(loose.quote.slice(0, 80))} does not stand in ${loose.label || 'any text'}`
}
