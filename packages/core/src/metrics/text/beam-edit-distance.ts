export const MATCH = 1
export const SUBSTITUTE = 2
/** A word of the hypothesis that the reference lacks. */
export const DELETE = 3
/** A word of the reference that the hypothesis lacks. */
export const INSERT = 4

const BEAM_WIDTH = 25
const INFINITE = 1_000_000_000

/**
 * Edit distance of word sequences of one length to a reference, near the diagonal only, as sacreBLEU's TER
 * computes it (beam of 25, wider when the lengths differ much). A beam can miss the cheapest path, so its width
 * is part of the metric. The rows of one sequence, the base, are kept; others reuse those that are equal.
 */
export class BeamEditDistance {
  readonly #reference: Int32Array
  readonly #length: number
  /** First and last column of each row within the beam. */
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #width: number
  /** Row `r` holds the columns from `first[r]` on; what the beam leaves out stays infinite. */
  readonly #base: Int32Array
  readonly #steps: Uint8Array
  readonly #trial: Int32Array

  constructor(reference: Int32Array, length: number) {
    this.#reference = reference
    this.#length = length
    const { first, last } = layBeam(reference.length, length)
    this.#first = first
    this.#last = last
    this.#width = findWidth(first, last)
    const cells = (length + 1) * this.#width
    this.#base = new Int32Array(cells).fill(INFINITE)
    this.#steps = new Uint8Array(cells)
    this.#trial = new Int32Array(cells).fill(INFINITE)
  }

  /** Takes the sequence in as the base and returns its distance. */
  setBase(words: Int32Array): number {
    for (let row = 1; row <= this.#length; row += 1) this.#fillBaseRow(row, words[row - 1] ?? -1)
    return this.#distanceIn(this.#base)
  }

  /**
   * Distance of a sequence that equals the base in its first `same` words, if it is at most `limit`; else any number
   * above `limit`. Cells that no path of that cost can pass are left out (Ukkonen, 1985).
   */
  measure(words: Int32Array, same: number, limit: number): number {
    if (same === this.#length) return this.#distanceIn(this.#base)
    const slant = this.#length - this.#reference.length
    const below = Math.floor((slant + limit) / 2)
    const above = Math.floor((limit - slant) / 2)
    for (let row = same + 1; row <= this.#length; row += 1) {
      const from = Math.max(this.#first[row] ?? 0, row - below)
      const to = Math.min(this.#last[row] ?? 0, row + above + 1)
      if (from >= to) return INFINITE
      const rows = row - 1 === same ? this.#base : this.#trial
      const lowest = this.#fillTrialRow({ row, word: words[row - 1] ?? -1, from, to }, rows)
      if (lowest > limit) return lowest
    }
    return this.#distanceIn(this.#trial)
  }

  /** Steps that turn the base into the reference, first to last. */
  trace(): Uint8Array {
    const path = new Uint8Array(this.#length + this.#reference.length)
    let row = this.#length
    let column = this.#reference.length
    let position = path.length
    while (row > 0 || column > 0) {
      const cell = row * this.#width + column - (this.#first[row] ?? 0)
      const step = row === 0 ? INSERT : (this.#steps[cell] ?? 0)
      if (step === 0) throw new Error('bug: the beam lost the path')
      position -= 1
      path[position] = step
      if (step !== INSERT) row -= 1
      if (step !== DELETE) column -= 1
    }
    return path.subarray(position)
  }

  #distanceIn(rows: Int32Array): number {
    const columns = this.#reference.length
    if (this.#length === 0) return columns
    return rows[this.#length * this.#width + columns - (this.#first[this.#length] ?? 0)] ?? INFINITE
  }

  /** On a tie the order of the original holds: match or substitution, deletion, insertion. */
  #fillBaseRow(row: number, word: number): void {
    const from = this.#first[row] ?? 0
    const to = this.#last[row] ?? 0
    let left = INFINITE
    let diagonal = this.#cellAbove(this.#base, row, from - 1)
    for (let column = from; column < to; column += 1) {
      const above = this.#cellAbove(this.#base, row, column)
      const isMatch = column > 0 && this.#reference[column - 1] === word
      let cost = Math.min(INFINITE, isMatch ? diagonal : diagonal + 1)
      let step = cost === INFINITE ? 0 : isMatch ? MATCH : SUBSTITUTE
      if (above + 1 < cost) {
        cost = above + 1
        step = DELETE
      }
      if (left + 1 < cost) {
        cost = left + 1
        step = INSERT
      }
      const cell = row * this.#width + column - from
      this.#base[cell] = cost
      this.#steps[cell] = step
      left = cost
      diagonal = above
    }
  }

  /** `fillBaseRow` without the steps, as shifts are tried by the thousand. Returns the lowest cost of the row. */
  #fillTrialRow({ row, word, from, to }: TrialRow, aboveRows: Int32Array): number {
    const reference = this.#reference
    const trial = this.#trial
    const width = this.#width
    const first = this.#first[row] ?? 0
    const start = row * width - first
    const aboveFirst = this.#first[row - 1] ?? 0
    const aboveStart = (row - 1) * width - aboveFirst
    const aboveEnd = aboveFirst + width
    let left = INFINITE
    let diagonal = this.#cellAbove(aboveRows, row, from - 1)
    let lowest = INFINITE
    for (let column = from; column < to; column += 1) {
      let above = INFINITE
      if (row === 1) above = column
      else if (column < aboveEnd) above = aboveRows[aboveStart + column] ?? INFINITE
      let cost = column > 0 && reference[column - 1] === word ? diagonal : diagonal + 1
      if (above < cost) cost = above + 1
      if (left < cost) cost = left + 1
      if (cost > INFINITE) cost = INFINITE
      if (cost < lowest) lowest = cost
      trial[start + column] = cost
      left = cost
      diagonal = above
    }
    // The row below reads one cell beyond each end: what stands there is of another trial.
    if (from > first) trial[start + from - 1] = INFINITE
    if (to - first < width) trial[start + to] = INFINITE
    return lowest
  }

  #cellAbove(rows: Int32Array, row: number, column: number): number {
    if (row === 1) return column < 0 ? INFINITE : column
    const index = column - (this.#first[row - 1] ?? 0)
    return index < 0 || index >= this.#width ? INFINITE : (rows[(row - 1) * this.#width + index] ?? INFINITE)
  }
}

interface TrialRow {
  readonly row: number
  readonly word: number
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

function layBeam(referenceLength: number, length: number) {
  const ratio = length > 0 ? referenceLength / length : 1
  const beam = ratio / 2 > BEAM_WIDTH ? Math.ceil(ratio / 2 + BEAM_WIDTH) : BEAM_WIDTH
  const first = new Int32Array(length + 1)
  const last = new Int32Array(length + 1)
  for (let row = 1; row <= length; row += 1) {
    const diagonal = Math.floor(row * ratio)
    first[row] = Math.max(0, diagonal - beam)
    last[row] = row === length ? referenceLength + 1 : Math.min(referenceLength + 1, diagonal + beam)
  }
  return { first, last }
}

/** Row 0 is not stored: its cost is its column. */
function findWidth(first: Int32Array, last: Int32Array): number {
  let width = 1
  for (let row = 1; row < first.length; row += 1)
    width = Math.max(width, (last[row] ?? 0) - (first[row] ?? 0))
  return width
}
