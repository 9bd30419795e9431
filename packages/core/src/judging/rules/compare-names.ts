import { nameAliases } from './name-aliases.data.ts'

const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr sir dame lord lady president king queen prince princess emperor pope saint st general professor captain colonel senator governor minister'.split(
    ' ',
  ),
)
const connectors: ReadonlySet<string> = new Set(['of', 'the', 'de', 'la', 'and'])

/** `unclear`: one may stand for the other (surname, initials, adjective), which spelling alone cannot tell. */
export function compareNames(
  key: readonly string[],
  other: readonly string[],
): 'same' | 'different' | 'unclear' {
  const [left, right] = [bare(key), bare(other)]
  if (left.join(' ') === right.join(' ') || isAlias(key, other)) return 'same'
  if (left.length === 0 || right.length === 0) return 'unclear'
  if (isSubset(left, right) || isSubset(right, left)) return 'unclear'
  if (isInitialism(key, other) || isInitialism(other, key)) return 'unclear'
  if (shareSurname(left, right)) return 'unclear'
  return left.length === right.length && left.every((word, index) => sharePrefix(word, right[index] ?? ''))
    ? 'unclear'
    : 'different'
}

/** Without titles and connecting words. */
const bare = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !titles.has(word) && !connectors.has(word))
  return kept.length > 0 ? kept : words
}

const isAlias = (key: readonly string[], other: readonly string[]): boolean =>
  nameAliases.some((group) => group.includes(key.join(' ')) && group.includes(other.join(' ')))

const isSubset = (small: readonly string[], large: readonly string[]): boolean =>
  small.every((word) => large.includes(word))

function isInitialism(short: readonly string[], long: readonly string[]): boolean {
  const letters = long.filter((word) => !connectors.has(word)).map((word) => word[0] ?? '')
  return letters.length >= 2 && short.join('') === letters.join('')
}

/** Same last word, and first words that can be short for one another: "J Rowling", "Joanne Rowling". */
function shareSurname(left: readonly string[], right: readonly string[]): boolean {
  if (left.length < 2 || left.at(-1) !== right.at(-1)) return false
  const [one = '', two = ''] = [left[0], right[0]]
  return one === two || (one[0] === two[0] && (one.length <= 2 || two.length <= 2))
}

/** "Russia" and "Russian", and slips of one letter at the end. */
function sharePrefix(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length)
  let common = 0
  while (common < length && left[common] === right[common]) common += 1
  return left === right || (common >= 4 && common >= length - 1)
}
