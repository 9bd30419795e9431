/**
 * The text with decimal digits of other scripts as ASCII and its dashes, spaces and brackets as the plain ones, character
 * for character: places found in it are places of the text.
 */
export const toPlainForm = (text: string): string =>
  text.replaceAll(foreign, (character) => plainOf.get(character) ?? character)

/** Zeros of the decimal digits of scripts in use (Unicode general category Nd, basic plane). */
const zeros = '٠۰०০੦૦୦௦౦೦൦๐໐၀០０'

const alike: Readonly<Record<string, string>> = {
  ' ': '\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202F\u205F\u3000',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D',
  '@': '＠',
  '(': '（',
  ')': '）',
  '+': '＋',
}

const plainOf = new Map([
  ...Object.entries(alike).flatMap(([plain, others]) =>
    Array.from(others, (other) => [other, plain] as const),
  ),
  ...Array.from(zeros).flatMap((zero) =>
    Array.from(
      { length: 10 },
      (_, digit) => [String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit), String(digit)] as const,
    ),
  ),
])

const foreign = new RegExp(`[${[...plainOf.keys()].join('')}]`, 'g')
