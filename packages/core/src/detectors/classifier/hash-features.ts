import { fnvOfText, fnvStart, fnvStep } from '../../fnv-1a.ts'

/** Which n-grams of a text become features; a range whose first is greater than its last takes none. */
export interface FeatureSettings {
  /** Indexes are below 2^bits; at most 20. */
  readonly bits: number
  /** Shortest and longest run of words. */
  readonly words: readonly [number, number]
  /** Shortest and longest run of characters, within a word and its borders. */
  readonly characters: readonly [number, number]
}

/**
 * The distinct n-grams of a text as hashed indexes, in the order of their first place. Case is folded. A word is a run
 * of letters and digits or a run of one other character, so that marks such as `###` and `[[` are words too.
 */
export function hashFeatures(text: string, settings: FeatureSettings): Uint32Array {
  const folded = text.toLowerCase()
  const found = collectDistinct(settings.bits)
  const recent: number[] = []
  for (let start = 0; start < folded.length;) {
    const kind = kindOf(folded.charCodeAt(start))
    if (kind === space) {
      start += 1
      continue
    }
    const end = endOfWord(folded, start)
    recent.push(fnvOfText(folded, start, end))
    if (recent.length > settings.words[1]) recent.shift()
    addWordRuns(recent, settings.words, found.add)
    if (kind === letter) addCharacterRuns(folded, [start, end], settings.characters, found.add)
    start = end
  }
  return found.list()
}

/** The last step of murmur3: FNV alone leaves the low bits of short texts alike. */
function finish(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function addWordRuns(
  recent: readonly number[],
  [shortest, longest]: readonly [number, number],
  add: (hash: number) => void,
): void {
  let hash = fnvStart
  for (let length = 1; length <= Math.min(longest, recent.length); length += 1) {
    hash = fnvStep(hash, recent[recent.length - length] ?? 0)
    hash = fnvStep(hash, length)
    if (length >= shortest) add(hash)
  }
}

/** Stands for the border of a word in its runs of characters. */
const border = 0x20
/** Keeps runs of characters apart from runs of words. */
const characterSeed = 0x9747b28c

function addCharacterRuns(
  text: string,
  [start, end]: readonly [number, number],
  [shortest, longest]: readonly [number, number],
  add: (hash: number) => void,
): void {
  const at = (index: number) => (index < start || index >= end ? border : text.charCodeAt(index))
  const last = shortest > longest ? start - 2 : end - shortest + 1
  for (let from = start - 1; from <= last; from += 1) {
    let hash = characterSeed
    for (let length = 1; length <= longest && from + length <= end + 1; length += 1) {
      hash = fnvStep(hash, at(from + length - 1))
      if (length >= shortest) add(hash)
    }
  }
}

function collectDistinct(bits: number): { add: (hash: number) => void; list: () => Uint32Array } {
  const seen = new Uint8Array(1 << bits)
  const indexes: number[] = []
  const add = (hash: number): void => {
    const index = finish(hash) & (seen.length - 1)
    if (seen[index] === 1) return
    seen[index] = 1
    indexes.push(index)
  }
  return { add, list: () => Uint32Array.from(indexes) }
}

const space = 0
const letter = 1
const mark = 2

function endOfWord(text: string, start: number): number {
  const code = text.charCodeAt(start)
  const isLetter = kindOf(code) === letter
  let end = start + 1
  while (
    end < text.length &&
    (isLetter ? kindOf(text.charCodeAt(end)) === letter : text.charCodeAt(end) === code)
  )
    end += 1
  return end
}

function kindOf(code: number): number {
  if (code < 0x80) return kindOfAscii(code)
  if (code <= 0xa0 || code === 0x3000 || code === 0xfeff) return space
  if (code >= 0x2000 && code <= 0x200b) return space
  return isForeignMark(code) ? mark : letter
}

function kindOfAscii(code: number): number {
  if (code <= 0x20 || code === 0x7f) return space
  const isLetter =
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x27
  return isLetter ? letter : mark
}

/** Latin-1 signs, general punctuation to dingbats, CJK and full-width punctuation. */
const isForeignMark = (code: number): boolean =>
  (code < 0xc0 && code !== 0xaa && code !== 0xb5 && code !== 0xba) ||
  (code > 0x200b && code <= 0x2bff) ||
  (code > 0x3000 && code <= 0x303f) ||
  (code >= 0xff01 && code <= 0xff0f)
