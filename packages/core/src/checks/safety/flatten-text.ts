/** Letters and digits alone, and where each stood in the text (UTF-16 code units). */
export interface FlatText {
  readonly text: string
  readonly offsets: readonly number[]
}

/** Digits and signs written for letters. Put on both sides of a comparison, so that true digits stay alike. */
const leet = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['l', 'i'],
  ['!', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['@', 'a'],
  ['5', 's'],
  ['$', 's'],
  ['7', 't'],
])

/** The same text whatever its case, accents, spacing, punctuation, invisible characters and digits for letters. */
export function flattenText(text: string): FlatText {
  const offsets: number[] = []
  let flat = ''
  let offset = 0
  for (const character of text) {
    const plain = character.normalize('NFKD').toLowerCase()
    for (const each of plain) {
      const kept = leet.get(each) ?? (/[\p{L}\p{N}]/u.test(each) ? each : '')
      flat += kept
      for (let unit = 0; unit < kept.length; unit += 1) offsets.push(offset)
    }
    offset += character.length
  }
  return { text: flat, offsets }
}
