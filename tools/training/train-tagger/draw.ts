import { createRandom } from '../../../packages/core/src/statistics/random.ts'

/** A seeded source of choices: the same seed gives the same training texts. */
export interface Draw {
  chance(probability: number): boolean
  /** 0 to `count` - 1. */
  below(count: number): number
  pick<Item>(items: readonly Item[]): Item
  /** One word of a text of them. */
  word(words: string): string
  /** One of so many characters, none of them of two units. */
  letter(letters?: string): string
  /** What one of the makers gives; each has a share in whatever they sum to. */
  make(makers: readonly (readonly [share: number, make: () => string])[]): string
  /** As a number of so many digits, the first not 0. */
  digits(count: number): string
  shuffle<Item>(items: readonly Item[]): Item[]
}

export function createDraw(seed: number): Draw {
  const random = createRandom(seed)
  const below = (count: number): number => random.integer(count)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return {
    below,
    pick,
    chance: (probability) => random.next() < probability,
    word: (words) => pick(words.split(' ')),
    letter: (letters = 'ABCDEFGHJKLMNOPRSTUVWZ') => letters.charAt(below(letters.length)),
    make: (makers) => {
      let left = random.next() * makers.reduce((sum, [share]) => sum + share, 0)
      const chosen = makers.find(([share]) => (left -= share) < 0) ?? makers[0]
      return chosen?.[1]() ?? ''
    },
    digits: (count) =>
      Array.from({ length: count }, (_, at) => (at === 0 ? 1 + below(9) : below(10))).join(''),
    shuffle: (items) => random.shuffle(items),
  }
}
