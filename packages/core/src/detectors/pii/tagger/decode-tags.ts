import { tags } from './tagger-model.ts'

/** The likeliest way through the tags (Viterbi), and how sure each of its steps is. */
export interface DecodedTags {
  /** Index in `tags`, one a token. */
  readonly best: Uint8Array
  /** Probability that the token has any tag but `O` (forward-backward). */
  readonly named: Float64Array
}

const width = tags.length

/** `scores`: of every tag for every token, row by row. */
export function decodeTags(scores: Float32Array, transitions: readonly (readonly number[])[]): DecodedTags {
  const length = scores.length / width
  const steps = Float64Array.from(transitions.slice(0, width).flat())
  const start = Float64Array.from(transitions[width] ?? [])
  return {
    best: findBest(scores, steps, start, length),
    named: measureNamed(scores, steps.map(Math.exp), start.map(Math.exp), length),
  }
}

function findBest(
  scores: Float32Array,
  steps: Float64Array,
  start: Float64Array,
  length: number,
): Uint8Array {
  const from = new Uint8Array(length * width)
  let before = start.map((score, tag) => score + (scores[tag] ?? 0))
  for (let at = 1; at < length; at++) {
    const here = new Float64Array(width)
    for (let to = 0; to < width; to++) {
      let best = -Infinity
      for (let tag = 0; tag < width; tag++) {
        const score = (before[tag] ?? 0) + (steps[tag * width + to] ?? 0)
        if (score <= best) continue
        best = score
        from[at * width + to] = tag
      }
      here[to] = best + (scores[at * width + to] ?? 0)
    }
    before = here
  }
  return walkBack(before.indexOf(Math.max(...before)), from, length)
}

function walkBack(last: number, from: Uint8Array, length: number): Uint8Array {
  const path = new Uint8Array(length)
  let tag = last
  for (let at = length - 1; at >= 0; at--) {
    path[at] = tag
    tag = from[at * width + tag] ?? 0
  }
  return path
}

function measureNamed(
  scores: Float32Array,
  steps: Float64Array,
  start: Float64Array,
  length: number,
): Float64Array {
  const emissions = toEmissions(scores, length)
  const forward = runForward(emissions, steps, start, length)
  const named = new Float64Array(length)
  const after = new Float64Array(width).fill(1)
  for (let at = length - 1; at >= 0; at--) {
    let sum = 0
    for (let tag = 0; tag < width; tag++) sum += (forward[at * width + tag] ?? 0) * (after[tag] ?? 0)
    named[at] = 1 - ((forward[at * width] ?? 0) * (after[0] ?? 0)) / sum
    stepBack(after, emissions, at, steps)
  }
  return named
}

/** How well each tag fits each token, 1 for the best of a token. */
function toEmissions(scores: Float32Array, length: number): Float64Array {
  const emissions = new Float64Array(scores.length)
  for (let at = 0; at < length; at++) {
    let highest = -Infinity
    for (let tag = 0; tag < width; tag++) highest = Math.max(highest, scores[at * width + tag] ?? 0)
    for (let tag = 0; tag < width; tag++)
      emissions[at * width + tag] = Math.exp((scores[at * width + tag] ?? 0) - highest)
  }
  return emissions
}

function runForward(
  emissions: Float64Array,
  steps: Float64Array,
  start: Float64Array,
  length: number,
): Float64Array {
  const forward = new Float64Array(emissions.length)
  for (let at = 0; at < length; at++) {
    let sum = 0
    for (let to = 0; to < width; to++) {
      let reached = at === 0 ? (start[to] ?? 0) : 0
      if (at > 0)
        for (let tag = 0; tag < width; tag++)
          reached += (forward[(at - 1) * width + tag] ?? 0) * (steps[tag * width + to] ?? 0)
      const value = reached * (emissions[at * width + to] ?? 0)
      forward[at * width + to] = value
      sum += value
    }
    for (let to = 0; to < width; to++) forward[at * width + to] = (forward[at * width + to] ?? 0) / sum
  }
  return forward
}

/** Turns `after`, of what follows a token, into that of what follows the one before. */
function stepBack(after: Float64Array, emissions: Float64Array, at: number, steps: Float64Array): void {
  const here = after.map((value, tag) => value * (emissions[at * width + tag] ?? 0))
  let sum = 0
  for (let tag = 0; tag < width; tag++) {
    let value = 0
    for (let to = 0; to < width; to++) value += (steps[tag * width + to] ?? 0) * (here[to] ?? 0)
    after[tag] = value
    sum += value
  }
  for (let tag = 0; tag < width; tag++) after[tag] = (after[tag] ?? 0) / sum
}
