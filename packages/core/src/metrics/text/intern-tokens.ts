/** Tokens as small whole numbers: equal tokens get equal numbers, counted from 0 in order of appearance. */
export type TokenNumbers = Map<string, number>

export function internTokens(numbers: TokenNumbers, tokens: readonly string[]): Int32Array {
  const ids = new Int32Array(tokens.length)
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    const known = numbers.get(token)
    ids[index] = known ?? numbers.size
    if (known === undefined) numbers.set(token, numbers.size)
  }
  return ids
}
