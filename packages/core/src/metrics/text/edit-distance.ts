/** Rows of the table that one step of the bit-parallel computation covers. */
const BLOCK = 32

/**
 * Levenshtein distance of two sequences of whole numbers: fewest insertions, deletions and substitutions.
 * Bit-parallel, 32 rows a step (Myers, JACM 1999; blocks after Hyyrö, 2003). Keeps its buffers between calls.
 */
export class EditCounter {
  /** Open addressing, at most half full: symbols of the pattern, the call they belong to, their row of masks. */
  #symbols = new Int32Array(64)
  #calls = new Int32Array(64)
  #rows = new Int32Array(64)
  #call = 0
  #rowCount = 0
  /** For each different symbol of the pattern the positions it stands at, as bits, `blocks` numbers a row. */
  #masks = new Int32Array(256)
  #blocks = 1

  count(left: readonly number[], right: readonly number[]): number {
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
    this.#indexPattern(shorter, start, end)
    const text = { symbols: longer, start, end: longerEnd }
    return this.#blocks === 1
      ? this.#countInOneBlock(end - start, text)
      : this.#countInBlocks(end - start, text)
  }

  #indexPattern(pattern: readonly number[], start: number, end: number): void {
    this.#call = (this.#call + 1) | 0
    this.#rowCount = 0
    this.#blocks = Math.ceil((end - start) / BLOCK)
    if ((end - start) * 2 > this.#symbols.length) this.#growTable((end - start) * 2)
    for (let index = start; index < end; index += 1) {
      const at = index - start
      const cell = this.#reachRow(pattern[index] ?? 0) * this.#blocks + Math.floor(at / BLOCK)
      this.#masks[cell] = (this.#masks[cell] ?? 0) | (1 << (at % BLOCK))
    }
  }

  #growTable(atLeast: number): void {
    let size = this.#symbols.length
    while (size < atLeast) size *= 2
    this.#symbols = new Int32Array(size)
    this.#calls = new Int32Array(size).fill(this.#call - 1)
    this.#rows = new Int32Array(size)
  }

  #reachRow(symbol: number): number {
    const mask = this.#symbols.length - 1
    for (let slot = hash(symbol) & mask; ; slot = (slot + 1) & mask) {
      if (this.#calls[slot] !== this.#call) {
        this.#calls[slot] = this.#call
        this.#symbols[slot] = symbol
        this.#rows[slot] = this.#rowCount
        return this.#addRow()
      }
      if (this.#symbols[slot] === symbol) return this.#rows[slot] ?? 0
    }
  }

  #addRow(): number {
    const from = this.#rowCount * this.#blocks
    const to = from + this.#blocks
    if (to > this.#masks.length) {
      const grown = new Int32Array(to * 2)
      grown.set(this.#masks)
      this.#masks = grown
    }
    if (this.#blocks === 1) this.#masks[from] = 0
    else this.#masks.fill(0, from, to)
    this.#rowCount += 1
    return this.#rowCount - 1
  }

  /** The row of a symbol, −1 when the pattern lacks it. */
  #findRow(symbol: number): number {
    const mask = this.#symbols.length - 1
    for (let slot = hash(symbol) & mask; this.#calls[slot] === this.#call; slot = (slot + 1) & mask) {
      if (this.#symbols[slot] === symbol) return this.#rows[slot] ?? 0
    }
    return -1
  }

  #countInOneBlock(length: number, { symbols, start, end }: Slice): number {
    const last = length - 1
    let up = -1
    let down = 0
    let distance = length
    for (let index = start; index < end; index += 1) {
      const row = this.#findRow(symbols[index] ?? 0)
      const equal = row < 0 ? 0 : (this.#masks[row] ?? 0)
      const zero = ((((equal & up) + up) | 0) ^ up) | equal
      const plus = down | ~(zero | up)
      const minus = up & zero
      distance += ((plus >>> last) & 1) - ((minus >>> last) & 1)
      const shifted = (plus << 1) | 1
      const vertical = equal | down
      up = (minus << 1) | ~(vertical | shifted)
      down = shifted & vertical
    }
    return distance
  }

  #countInBlocks(length: number, { symbols, start, end }: Slice): number {
    const blocks = this.#blocks
    const masks = this.#masks
    const positive = new Int32Array(blocks).fill(-1)
    const negative = new Int32Array(blocks)
    const lastBit = (length - 1) % BLOCK
    let distance = length
    for (let index = start; index < end; index += 1) {
      const row = this.#findRow(symbols[index] ?? 0)
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
        const bit = block === blocks - 1 ? lastBit : BLOCK - 1
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
}

interface Slice {
  readonly symbols: readonly number[]
  readonly start: number
  readonly end: number
}

function hash(symbol: number): number {
  return Math.imul(symbol, 0x9e_37_79_b1) >>> 15
}
