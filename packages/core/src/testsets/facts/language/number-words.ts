const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** English words of a whole number from 0 to 100, else `null`. */
export function numberToWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 100) return null
  if (value === 100) return 'one hundred'
  if (value < 20) return small[value] ?? null
  const ten = tens[Math.floor(value / 10)] ?? ''
  return value % 10 === 0 ? ten : `${ten}-${small[value % 10] ?? ''}`
}

/** A whole number written in words, 0 to 100, else `null`. */
export function wordsToNumber(words: string): number | null {
  return wordValues.get(words.toLowerCase().replace(/\s+/g, '-')) ?? null
}

const wordValues: ReadonlyMap<string, number> = new Map(
  Array.from(
    { length: 101 },
    (_, value) => [(numberToWords(value) ?? '').replace(/\s+/g, '-'), value] as const,
  ),
)
