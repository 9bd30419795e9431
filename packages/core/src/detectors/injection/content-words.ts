import { functionWords } from '../../languages/function-words.data.ts'

const english = new Set(
  `${functionWords['en'] ?? ''} me my you your we our please would could about there here`.split(' '),
)

/** The words of a text that say what it is about, folded to lower case and without a plural s. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
      .filter((word) => !english.has(word))
      .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word)),
  )
