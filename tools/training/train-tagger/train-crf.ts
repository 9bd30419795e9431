import { cutHash, tags } from '../../../packages/core/src/detectors/pii/tagger/tagger-model.ts'
import type { Draw } from './draw.ts'

/** Tokens of one text: their features, cut to 24 bits, and their tags. */
export interface TaggedText {
  readonly features: readonly Uint32Array[]
  readonly tags: Uint8Array
}

export interface CrfWeights {
  /** Features that have weights, cut to 24 bits, in any order. */
  readonly features: readonly number[]
  /** A row of one weight a tag for each feature. */
  readonly weights: Float32Array
  /** From a tag (row) to the next; the last row is for the start. */
  readonly transitions: Float32Array
}

export interface CrfOptions {
  readonly epochs: number
  readonly rate: number
  /** Share of the features that a token is left without, others each time: no name shall be known by one alone. */
  readonly dropout: number
  /** Weights to go on from. */
  readonly from?: CrfWeights
}

const width = tags.length
const hashes = 2 ** 24

/** Features seen at least so often in the texts. */
export function countFeatures(texts: readonly TaggedText[], least: number): readonly number[] {
  const kept: number[] = []
  countSeen(texts).forEach((count, feature) => count >= least && kept.push(feature))
  return kept
}

/** The features whose weights move the scores of the texts most, so many of them. */
export function keepStrongest(
  { features, weights, transitions }: CrfWeights,
  texts: readonly TaggedText[],
  count: number,
): CrfWeights {
  const seen = countSeen(texts)
  const rowAt = (row: number): Float32Array => weights.subarray(row * width, (row + 1) * width)
  const strength = features.map((feature, row) => Math.sqrt(seen[feature] ?? 0) * spread(rowAt(row)))
  const strongest = features
    .map((_, row) => row)
    .toSorted((one, other) => (strength[other] ?? 0) - (strength[one] ?? 0))
    .slice(0, count)
  return {
    features: strongest.map((row) => features[row] ?? 0),
    weights: Float32Array.from(strongest.flatMap((row) => [...rowAt(row)])),
    transitions,
  }
}

function countSeen(texts: readonly TaggedText[]): Uint32Array {
  const seen = new Uint32Array(hashes)
  for (const { features } of texts)
    for (const row of features)
      for (const feature of row) seen[cutHash(feature)] = (seen[cutHash(feature)] ?? 0) + 1
  return seen
}

const spread = (weights: Float32Array): number => {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0)
}

/** A linear-chain conditional random field by AdaGrad, one text at a time in an order that `draw` chooses. */
export function trainCrf(
  texts: readonly TaggedText[],
  features: readonly number[],
  { epochs, rate, dropout, from }: CrfOptions,
  draw: Draw,
): CrfWeights {
  const rowOf = new Int32Array(hashes).fill(-1)
  features.forEach((feature, row) => (rowOf[feature] = row))
  const examples = texts
    .filter(({ tags: gold }) => gold.length > 0)
    .map(({ features: hashed, tags: gold }) => ({ rows: hashed.map((row) => findRows(row, rowOf)), gold }))
  const weights = createSteps(from?.weights ?? new Float32Array(features.length * width), 1e-2)
  const transitions = createSteps(from?.transitions ?? new Float32Array((width + 1) * width), 1)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0
    let tokens = 0
    const step = rate * (epoch === epochs ? 0.4 : 1)
    for (const { rows: whole, gold } of draw.shuffle(examples)) {
      const rows = whole.map((row) => row.filter(() => !draw.chance(dropout)))
      const slopes = measureGradient(rows, gold, weights.values, transitions.values)
      loss += slopes.loss
      tokens += gold.length
      rows.forEach((row, token) => {
        for (const feature of row)
          for (let tag = 0; tag < width; tag++)
            descend(weights, feature * width + tag, slopes.emissions[token * width + tag] ?? 0, step)
      })
      slopes.transitions.forEach((slope, index) => {
        descend(transitions, index, slope, step)
      })
    }
    console.log(`epoch ${String(epoch)}: loss of a token ${(loss / tokens).toFixed(4)}`)
  }
  return { features, weights: weights.values, transitions: transitions.values }
}

/** Weights with the sums of squared slopes that AdaGrad divides by. */
interface Steps {
  readonly values: Float32Array
  readonly squares: Float32Array
}

const createSteps = (start: Float32Array, square: number): Steps => ({
  values: Float32Array.from(start),
  squares: new Float32Array(start.length).fill(square),
})

/** Slopes too small to matter are skipped, for speed. */
function descend({ values, squares }: Steps, at: number, slope: number, step: number): void {
  if (slope < 1e-5 && slope > -1e-5) return
  const square = (squares[at] ?? 0) + slope * slope
  squares[at] = square
  values[at] = (values[at] ?? 0) - (step * slope) / Math.sqrt(square)
}

function findRows(features: Uint32Array, rowOf: Int32Array): Int32Array {
  const rows = new Int32Array(features.length)
  let count = 0
  for (const feature of features) {
    const row = rowOf[cutHash(feature)] ?? -1
    if (row >= 0) rows[count++] = row
  }
  return rows.slice(0, count)
}

/** Slopes of the negative log likelihood of one text. */
interface Gradient {
  readonly loss: number
  readonly emissions: Float64Array
  readonly transitions: Float64Array
}

/** By forward-backward with every row scaled to sum 1. */
function measureGradient(
  rows: readonly Int32Array[],
  gold: Uint8Array,
  weights: Float32Array,
  transitions: Float32Array,
): Gradient {
  const scores = scoreRows(rows, weights)
  const steps = Float64Array.from(transitions, (value) => Math.exp(value))
  const { emissions, highest } = exponentiate(scores)
  const { forward, sums } = runForward(emissions, steps)
  const slopes = runBackward({ emissions, forward, sums }, steps)
  let loss = highest + sums.reduce((sum, value) => sum + Math.log(value), 0)
  gold.forEach((tag, at) => {
    const from = at === 0 ? width : (gold[at - 1] ?? 0)
    loss -= (scores[at * width + tag] ?? 0) + (transitions[from * width + tag] ?? 0)
    add(slopes.emissions, at * width + tag, -1)
    add(slopes.transitions, from * width + tag, -1)
  })
  return { loss, ...slopes }
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value
}

function scoreRows(rows: readonly Int32Array[], weights: Float32Array): Float64Array {
  const scores = new Float64Array(rows.length * width)
  rows.forEach((row, at) => {
    for (const feature of row)
      for (let tag = 0; tag < width; tag++) add(scores, at * width + tag, weights[feature * width + tag] ?? 0)
  })
  return scores
}

/** Each row over its highest, the sum of which is told. */
function exponentiate(scores: Float64Array): { readonly emissions: Float64Array; readonly highest: number } {
  const emissions = new Float64Array(scores.length)
  let sum = 0
  for (let at = 0; at < scores.length; at += width) {
    const highest = Math.max(...scores.subarray(at, at + width))
    sum += highest
    for (let tag = at; tag < at + width; tag++) emissions[tag] = Math.exp((scores[tag] ?? 0) - highest)
  }
  return { emissions, highest: sum }
}

interface Lattice {
  readonly emissions: Float64Array
  readonly forward: Float64Array
  readonly sums: Float64Array
}

function runForward(emissions: Float64Array, steps: Float64Array): Pick<Lattice, 'forward' | 'sums'> {
  const forward = new Float64Array(emissions.length)
  const sums = new Float64Array(emissions.length / width)
  for (let at = 0; at < sums.length; at++) {
    let sum = 0
    for (let to = 0; to < width; to++) {
      let reached = at === 0 ? (steps[width * width + to] ?? 0) : 0
      if (at > 0)
        for (let tag = 0; tag < width; tag++)
          reached += (forward[(at - 1) * width + tag] ?? 0) * (steps[tag * width + to] ?? 0)
      const value = reached * (emissions[at * width + to] ?? 0)
      forward[at * width + to] = value
      sum += value
    }
    sums[at] = sum
    for (let to = at * width; to < (at + 1) * width; to++) forward[to] = (forward[to] ?? 0) / sum
  }
  return { forward, sums }
}

/** What is expected of every tag of every token, and of every transition. */
function runBackward({ emissions, forward, sums }: Lattice, steps: Float64Array): Omit<Gradient, 'loss'> {
  const expected = new Float64Array(emissions.length)
  const moved = new Float64Array(steps.length)
  let after = new Float64Array(width).fill(1)
  for (let at = sums.length - 1; at >= 0; at--) {
    for (let tag = 0; tag < width; tag++)
      expected[at * width + tag] = (forward[at * width + tag] ?? 0) * (after[tag] ?? 0)
    const before = new Float64Array(width)
    for (let to = 0; to < width; to++) {
      const reach = ((emissions[at * width + to] ?? 0) * (after[to] ?? 0)) / (sums[at] ?? 1)
      if (at === 0) {
        add(moved, width * width + to, (steps[width * width + to] ?? 0) * reach)
        continue
      }
      for (let tag = 0; tag < width; tag++) {
        const flow = (steps[tag * width + to] ?? 0) * reach
        add(before, tag, flow)
        add(moved, tag * width + to, flow * (forward[(at - 1) * width + tag] ?? 0))
      }
    }
    after = before
  }
  return { emissions: expected, transitions: moved }
}
