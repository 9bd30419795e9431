import { functionWords } from '../../languages/function-words.data.ts'

const common = new Set(
  `${functionWords['en'] ?? ''} you your me my we ignore instructions previous tell say print write system prompt please above`.split(
    ' ',
  ),
)

/** Share of common words from which a line is taken for English. */
const minShare = 0.3
const minWords = 5
/** Short words come up by chance in any line of letters. */
const minDifferent = 3

/** Whether many of the line's words are the commonest of English, or those of an order. */
export function readsAsEnglish(line: string): boolean {
  const words = line.toLowerCase().match(/[a-z']{2,}/g) ?? []
  const known = words.filter((word) => common.has(word))
  return (
    words.length >= minWords && known.length >= words.length * minShare && new Set(known).size >= minDifferent
  )
}
