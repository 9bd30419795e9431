import { stemWord } from '../stem-word.ts'

/**
 * rouge-score's tokenisation: lower case, then every run of ASCII letters and digits. Text in other scripts has
 * no tokens. With `stem`, words of more than three letters are reduced to their Porter stem.
 */
export function tokeniseRouge(text: string, stem: boolean): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return stem ? words.map((word) => (word.length > 3 ? stemWord(word) : word)) : words
}
