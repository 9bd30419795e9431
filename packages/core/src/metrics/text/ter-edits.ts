import { BeamEditDistance, DELETE, INSERT, MATCH } from './beam-edit-distance.ts'

/** Tercom's limits, as in sacreBLEU: longest shift, farthest shift, shifts tried in all. They are part of the metric. */
const MAX_SHIFT_SIZE = 10
const MAX_SHIFT_DISTANCE = 50
const MAX_SHIFT_CANDIDATES = 1000

/**
 * Fewest edits that turn the hypothesis into the reference: shifts that lower the edit distance, the best one
 * first, then insertions, deletions and substitutions.
 */
export function countTerEdits(hypothesis: Int32Array, reference: Int32Array): number {
  if (reference.length === 0) return hypothesis.length
  const distance = new BeamEditDistance(reference, hypothesis.length)
  let words = hypothesis
  let shifts = 0
  let tried = 0
  let edits = distance.setBase(words)
  for (;;) {
    const round = findBestShift({ words, reference, distance, edits, tried })
    tried = round.tried
    if (tried >= MAX_SHIFT_CANDIDATES || round.best === null) break
    shifts += 1
    words = shift(words, round.best, new Int32Array(words.length)).slice()
    edits = distance.setBase(words)
  }
  return shifts + edits
}

interface Round {
  readonly words: Int32Array
  readonly reference: Int32Array
  readonly distance: BeamEditDistance
  /** Of `words` to `reference`, without shifts. */
  readonly edits: number
  /** Shifts tried in earlier rounds. */
  readonly tried: number
}

interface Shift {
  readonly start: number
  readonly length: number
  readonly target: number
}

interface RankedShift extends Shift {
  /** Edits saved. */
  readonly gain: number
}

/** Tercom's search: runs that stand elsewhere in the reference, if both places hold an error. Only a shift that saves edits counts. */
function findBestShift(round: Round): { readonly best: RankedShift | null; readonly tried: number } {
  if (round.edits === 0) return { best: null, tried: round.tried }
  const alignment = align(round)
  const shifted = new Int32Array(round.words.length)
  let best: RankedShift | null = null
  let tried = round.tried
  for (const { start, from, length } of findMatchingRuns(round.words, round.reference)) {
    if (!isWorthTrying(alignment, { start, from, length })) continue
    let previous = -1
    for (let offset = -1; offset < length; offset += 1) {
      const target = from + offset < 0 ? 0 : (alignment.positions[from + offset] ?? 0) + 1
      if (target === previous) continue
      previous = target
      const candidate = { start, length, target }
      shift(round.words, candidate, shifted)
      const limit = round.edits - (best?.gain ?? 1)
      const edits = round.distance.measure(shifted, countEqualStart(round.words, shifted), limit)
      tried += 1
      if (edits > limit) continue
      const gain = round.edits - edits
      if (best === null || isBetter({ ...candidate, gain }, best)) best = { ...candidate, gain }
    }
    if (tried >= MAX_SHIFT_CANDIDATES) break
  }
  return { best, tried }
}

interface Run {
  readonly start: number
  readonly from: number
  readonly length: number
}

/** Runs of the hypothesis, from `start`, that equal the reference from `from` on, each prefix on its own. */
function* findMatchingRuns(words: Int32Array, reference: Int32Array): Generator<Run> {
  for (let start = 0; start < words.length; start += 1) {
    const end = Math.min(reference.length - 1, start + MAX_SHIFT_DISTANCE)
    for (let from = Math.max(0, start - MAX_SHIFT_DISTANCE); from <= end; from += 1) {
      const longest = Math.min(MAX_SHIFT_SIZE, words.length - start, reference.length - from)
      for (let length = 1; length <= longest; length += 1) {
        if (words[start + length - 1] !== reference[from + length - 1]) break
        yield { start, from, length }
      }
    }
  }
}

/** Of two shifts: more edits saved, then the longer, then the earlier, then the one with the earlier target. */
function isBetter(candidate: RankedShift, best: RankedShift): boolean {
  if (candidate.gain !== best.gain) return candidate.gain > best.gain
  if (candidate.length !== best.length) return candidate.length > best.length
  if (candidate.start !== best.start) return candidate.start < best.start
  return candidate.target < best.target
}

interface Alignment {
  /** For each word of the reference, the position of the hypothesis it is aligned to; −1 before the first. */
  readonly positions: Int32Array
  /** Errors before each position: a run without an error has equal values at both ends. */
  readonly errorsInReference: Int32Array
  readonly errorsInHypothesis: Int32Array
}

function align({ words, reference, distance }: Round): Alignment {
  const positions = new Int32Array(reference.length)
  const errorsInReference = new Int32Array(reference.length + 1)
  const errorsInHypothesis = new Int32Array(words.length + 1)
  let atWord = 0
  let atReference = 0
  for (const step of distance.trace()) {
    const error = step === MATCH ? 0 : 1
    if (step !== INSERT) {
      errorsInHypothesis[atWord + 1] = (errorsInHypothesis[atWord] ?? 0) + error
      atWord += 1
    }
    if (step !== DELETE) {
      errorsInReference[atReference + 1] = (errorsInReference[atReference] ?? 0) + error
      positions[atReference] = atWord - 1
      atReference += 1
    }
  }
  return { positions, errorsInReference, errorsInHypothesis }
}

function isWorthTrying(alignment: Alignment, { start, from, length }: Run): boolean {
  const { positions, errorsInReference, errorsInHypothesis } = alignment
  if (errorsInHypothesis[start + length] === errorsInHypothesis[start]) return false
  if (errorsInReference[from + length] === errorsInReference[from]) return false
  const position = positions[from] ?? 0
  return position < start || position >= start + length
}

/** Writes the words with a run moved in front of position `target` into `shifted`. */
function shift(words: Int32Array, { start, length, target }: Shift, shifted: Int32Array): Int32Array {
  const end = start + length
  shifted.set(words)
  if (target < start) {
    shifted.copyWithin(target + length, target, start)
    shifted.set(words.subarray(start, end), target)
  } else {
    const gap = Math.min(target > end ? target - end : target - start, words.length - end)
    shifted.copyWithin(start, end, end + gap)
    shifted.set(words.subarray(start, end), start + gap)
  }
  return shifted
}

function countEqualStart(left: Int32Array, right: Int32Array): number {
  let index = 0
  while (index < left.length && left[index] === right[index]) index += 1
  return index
}
