/**
 * Edit distance of word sequences of one length to a reference, near the diagonal only, as sacreBLEU's TER
 * computes it (beam of 25, wider when the lengths differ much). A beam can miss the cheapest path, so its width
 * is part of the metric.
 */
export interface BeamEditDistance {
  /** Takes the sequence in, row by row; returns its distance. Later calls of `measure` reuse its rows. */
  setBase(words: Int32Array): number
  /** Steps that turn the base into the reference, first to last. */
  trace(): Uint8Array
  /** Distance of a sequence that equals the base in its first `same` words. */
  measure(words: Int32Array, same: number): number
}

export const MATCH = 1
export const SUBSTITUTE = 2
/** A word of the hypothesis that the reference lacks. */
export const DELETE = 3
/** A word of the reference that the hypothesis lacks. */
export const INSERT = 4

const BEAM_WIDTH = 25
const INFINITE = 1_000_000_000

export function createBeamEditDistance(reference: Int32Array, length: number): BeamEditDistance {
  const columns = reference.length + 1
  const ratio = length > 0 ? reference.length / length : 1
  const beam = ratio / 2 > BEAM_WIDTH ? Math.ceil(ratio / 2 + BEAM_WIDTH) : BEAM_WIDTH
  const first = new Int32Array(length + 1)
  const last = new Int32Array(length + 1)
  for (let row = 1; row <= length; row += 1) {
    const diagonal = Math.floor(row * ratio)
    first[row] = Math.max(0, diagonal - beam)
    last[row] = row === length ? columns : Math.min(columns, diagonal + beam)
  }
  last[0] = columns
  let width = columns
  if (length > 0) {
    width = 1
    for (let row = 1; row <= length; row += 1) width = Math.max(width, (last[row] ?? 0) - (first[row] ?? 0))
  }
  /** Row `r` holds the columns from `first[r]` on; what the beam leaves out stays infinite. */
  const base = new Int32Array((length + 1) * width).fill(INFINITE)
  const steps = new Uint8Array((length + 1) * width)
  const trial = new Int32Array((length + 1) * width).fill(INFINITE)

  return { setBase, trace, measure }

  function setBase(words: Int32Array): number {
    for (let row = 1; row <= length; row += 1) fillBaseRow(row, words[row - 1] ?? -1)
    return distanceIn(base)
  }

  function measure(words: Int32Array, same: number): number {
    for (let row = same + 1; row <= length; row += 1) {
      fillTrialRow(row, words[row - 1] ?? -1, row - 1 === same ? base : trial)
    }
    return distanceIn(same === length ? base : trial)
  }

  function distanceIn(rows: Int32Array): number {
    if (length === 0) return reference.length
    return rows[length * width + columns - 1 - (first[length] ?? 0)] ?? INFINITE
  }

  /** On a tie the order of the original holds: match or substitution, deletion, insertion. */
  function fillBaseRow(row: number, word: number): void {
    const from = first[row] ?? 0
    const to = last[row] ?? 0
    let left = INFINITE
    let diagonal = cellAbove(base, row, from - 1)
    for (let column = from; column < to; column += 1) {
      const above = cellAbove(base, row, column)
      let cost = INFINITE
      let step = 0
      if (column > 0) {
        const isMatch = reference[column - 1] === word
        const viaDiagonal = isMatch ? diagonal : diagonal + 1
        if (viaDiagonal < cost) {
          cost = viaDiagonal
          step = isMatch ? MATCH : SUBSTITUTE
        }
      }
      if (above + 1 < cost) {
        cost = above + 1
        step = DELETE
      }
      if (left + 1 < cost) {
        cost = left + 1
        step = INSERT
      }
      const cell = row * width + column - from
      base[cell] = cost
      steps[cell] = step
      left = cost
      diagonal = above
    }
  }

  /** `fillBaseRow` without the steps: shifts are tried by the thousand. */
  function fillTrialRow(row: number, word: number, aboveRows: Int32Array): void {
    const from = first[row] ?? 0
    const to = last[row] ?? 0
    const start = row * width - from
    let left = INFINITE
    let diagonal = cellAbove(aboveRows, row, from - 1)
    for (let column = from; column < to; column += 1) {
      const above = cellAbove(aboveRows, row, column)
      let cost = column > 0 && reference[column - 1] === word ? diagonal : diagonal + 1
      if (above < cost) cost = above + 1
      if (left < cost) cost = left + 1
      if (cost > INFINITE) cost = INFINITE
      trial[start + column] = cost
      left = cost
      diagonal = above
    }
  }

  function cellAbove(rows: Int32Array, row: number, column: number): number {
    if (row === 1) return column < 0 ? INFINITE : column
    const index = column - (first[row - 1] ?? 0)
    return index < 0 || index >= width ? INFINITE : (rows[(row - 1) * width + index] ?? INFINITE)
  }

  function trace(): Uint8Array {
    const path = new Uint8Array(length + reference.length)
    let row = length
    let column = reference.length
    let position = path.length
    while (row > 0 || column > 0) {
      const step = row === 0 ? INSERT : (steps[row * width + column - (first[row] ?? 0)] ?? 0)
      if (step === 0) throw new Error('bug: the beam lost the path')
      position -= 1
      path[position] = step
      if (step !== INSERT) row -= 1
      if (step !== DELETE) column -= 1
    }
    return path.subarray(position)
  }
}
