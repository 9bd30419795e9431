/** Tokens as ranges of one text: no string is made for a token. Even places are starts, odd ones ends (exclusive). */
export interface Tokens {
  readonly text: string
  readonly spans: readonly number[]
}

export function toStrings({ text, spans }: Tokens): string[] {
  const strings: string[] = []
  for (let index = 0; index < spans.length; index += 2)
    strings.push(text.slice(spans[index], spans[index + 1]))
  return strings
}
