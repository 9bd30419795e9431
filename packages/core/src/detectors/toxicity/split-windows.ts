import type { Token } from './read-tokens.ts'

/** So many sentences are read together: what rejects an attack often stands beside it. */
const sentencesTogether = 3
/** A window takes no further sentence once it has so many tokens. */
const maxTokens = 60

/** Runs of whole sentences, none in two of them. */
export function splitWindows(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const windows: Token[][] = []
  let [window, sentences]: [Token[], number] = [[], 0]
  for (const token of tokens) {
    window.push(token)
    if (token.class === 'mark' && /^[.!?\n]$/.test(token.word)) sentences += 1
    if (sentences < sentencesTogether && window.length < maxTokens) continue
    windows.push(window)
    ;[window, sentences] = [[], 0]
  }
  return window.length > 0 ? [...windows, window] : windows
}
