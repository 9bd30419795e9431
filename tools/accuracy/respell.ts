/** A sentence in the ways that hide words from lists; the same every time. */
export function respell(text: string): readonly string[] {
  return [
    inLeetspeak(text),
    withLettersSwapped(text),
    withLettersDropped(text),
    withoutSpaces(text),
    withSpaces(text),
  ]
}

const digits: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5' }

const inLeetspeak = (text: string): string =>
  text.replaceAll(/\B[aeios]/g, (letter) => digits[letter] ?? letter)

const longWord = /\p{L}{5,}/gu

const withLettersSwapped = (text: string): string =>
  text.replaceAll(longWord, (word) => {
    const at = Math.floor(word.length / 2) - 1
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  })

const withLettersDropped = (text: string): string =>
  text.replaceAll(longWord, (word) => {
    const at = Math.floor(word.length / 2)
    return word.slice(0, at) + word.slice(at + 1)
  })

const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

const withSpaces = (text: string): string => text.replaceAll(longWord, (word) => Array.from(word).join(' '))
