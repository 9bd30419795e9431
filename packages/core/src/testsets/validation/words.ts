/** Comparable words: lower case, camel and snake case taken apart, plurals and common endings off. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stemOf)
}

const stemOf = (word: string): string => {
  if (word.length <= 4 || /\d/.test(word)) return word
  return word
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?<![su])s$/, '')
    .replace(/(?:ing|ed|er|ly|ment|ation|ion)$/, '')
    .replace(/e$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
}

const functionWords = new Set(
  'a an the of for in on at to by with from and or is are was were be been do does did has have had what which who when where why how many much long often since after within that it its their they as per'
    .split(' ')
    .map(stemOf),
)

export const contentWordsOf = (text: string): readonly string[] =>
  wordsOf(text).filter((word) => !functionWords.has(word))
