import { hashWord, mixHash } from './word-hash.ts'

/** Lists that a word, or several joined by a blank, may be in. The order is that of the packed filter: never change it. */
export const listNames = ['first', 'last', 'place', 'nationality', 'common'] as const
export type ListName = (typeof listNames)[number]

/** Whether a folded word is in a list. May say yes by mistake (a Bloom filter), never no. */
export interface NameLists {
  has(list: ListName, words: string): boolean
}

/** More for words joined: they are few, but every pair of words of a text is asked for. */
const countProbes = (words: string): number => (words.includes(' ') ? 9 : 5)

export function openNameLists(bits: Uint8Array): NameLists {
  return {
    has: (list, words) => {
      const probe = startProbe(list, words)
      for (let turn = countProbes(words); turn > 0; turn--) {
        const place = placeOf(probe, turn, bits.length)
        if (((bits[place >>> 3] ?? 0) & (1 << (place & 7))) === 0) return false
      }
      return true
    },
  }
}

/** The filter of these lists in so many bytes. */
export function packNameLists(
  lists: Readonly<Record<ListName, Iterable<string>>>,
  bytes: number,
): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(bytes)
  for (const list of listNames) {
    for (const words of lists[list]) {
      const probe = startProbe(list, words)
      for (let turn = countProbes(words); turn > 0; turn--) {
        const place = placeOf(probe, turn, bytes)
        bits[place >>> 3] = (bits[place >>> 3] ?? 0) | (1 << (place & 7))
      }
    }
  }
  return bits
}

const startProbe = (list: ListName, words: string): number =>
  mixHash(hashWord(words), listNames.indexOf(list))

/** Double hashing (Kirsch and Mitzenmacher 2006). */
const placeOf = (probe: number, turn: number, bytes: number): number =>
  ((probe + Math.imul(turn, mixHash(probe, 1) | 1)) >>> 0) % (bytes * 8)
