import { isWhitespace } from './split-whitespace.ts'

/** Every character (code point) is a token; white space is none. sacreBLEU's `char`. */
export function tokeniseCharacters(text: string): string[] {
  return Array.from(text).filter((character) => !isWhitespace(character.charCodeAt(0)))
}
