/**
 * Levenshtein distance of two sequences of whole numbers: fewest insertions, deletions and substitutions.
 * Bit-parallel, 32 rows a step (Myers, JACM 1999; blocks after Hyyrö, 2003).
 */
export function countEdits(left: Int32Array, right: Int32Array): number {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left]
  let start = 0
  while (start < shorter.length && shorter[start] === longer[start]) start += 1
  let end = shorter.length
  let longerEnd = longer.length
  while (end > start && shorter[end - 1] === longer[longerEnd - 1]) {
    end -= 1
    longerEnd -= 1
  }
  if (end === start) return longerEnd - start
  return countInBlocks(shorter.subarray(start, end), longer.subarray(start, longerEnd))
}

function countInBlocks(pattern: Int32Array, text: Int32Array): number {
  const blocks = Math.ceil(pattern.length / 32)
  const { masks, rowOf } = indexPattern(pattern, blocks)
  const positive = new Int32Array(blocks).fill(-1)
  const negative = new Int32Array(blocks)
  const lastBit = (pattern.length - 1) % 32
  let distance = pattern.length
  for (const symbol of text) {
    const row = rowOf(symbol)
    /** Difference along the top of the block: +1 at the first, then what the block above hands down. */
    let carry = 1
    for (let block = 0; block < blocks; block += 1) {
      const up = positive[block] ?? 0
      const down = negative[block] ?? 0
      const carriedDown = carry < 0 ? 1 : 0
      const equal = row < 0 ? 0 : (masks[row * blocks + block] ?? 0)
      const vertical = equal | down
      const matched = equal | carriedDown
      const zero = ((((matched & up) + up) | 0) ^ up) | matched
      let plus = down | ~(zero | up)
      let minus = up & zero
      const bit = block === blocks - 1 ? lastBit : 31
      const out = ((plus >>> bit) & 1) - ((minus >>> bit) & 1)
      plus = (plus << 1) | (carry > 0 ? 1 : 0)
      minus = (minus << 1) | carriedDown
      positive[block] = minus | ~(vertical | plus)
      negative[block] = plus & vertical
      carry = out
    }
    distance += carry
  }
  return distance
}

interface PatternIndex {
  /** For each different symbol, `blocks` masks of the positions it stands at. */
  readonly masks: Int32Array
  /** −1 for a symbol that the pattern lacks. */
  readonly rowOf: (symbol: number) => number
}

function indexPattern(pattern: Int32Array, blocks: number): PatternIndex {
  let size = 16
  while (size < pattern.length * 2) size *= 2
  const symbols = new Int32Array(size)
  const rows = new Int32Array(size).fill(-1)
  const masks = new Int32Array(pattern.length * blocks)
  const slotOf = (symbol: number): number => {
    let slot = (Math.imul(symbol, 0x9e_37_79_b1) >>> 15) & (size - 1)
    while (rows[slot] !== -1 && symbols[slot] !== symbol) slot = (slot + 1) & (size - 1)
    return slot
  }
  let count = 0
  for (let index = 0; index < pattern.length; index += 1) {
    const symbol = pattern[index] ?? 0
    const slot = slotOf(symbol)
    if (rows[slot] === -1) {
      rows[slot] = count
      symbols[slot] = symbol
      count += 1
    }
    const cell = (rows[slot] ?? 0) * blocks + (index >>> 5)
    masks[cell] = (masks[cell] ?? 0) | (1 << (index & 31))
  }
  return { masks, rowOf: (symbol) => rows[slotOf(symbol)] ?? -1 }
}
