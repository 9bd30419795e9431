/** Writes the gradient at a point and gives the value there. */
type Objective = (point: Float64Array, gradient: Float64Array) => number

const memory = 8
const maxSteps = 200
/** Ends when a step gains less than this share of the value. */
const tolerance = 1e-6

interface Pair {
  readonly step: Float64Array
  readonly change: Float64Array
  readonly curvature: number
}

/** The smallest value of a smooth convex function: L-BFGS with halving steps (Nocedal & Wright 2006, algorithm 7.5). */
export function minimise(start: Float64Array, objective: Objective): Float64Array {
  let point = start
  let gradient = new Float64Array(start.length)
  let value = objective(point, gradient)
  const pairs: Pair[] = []
  for (let count = 0; count < maxSteps; count += 1) {
    const direction = descend(gradient, pairs)
    const next = search({ point, value, gradient }, direction, objective)
    if (!next) return point
    pairs.push(toPair(next.point, point, next.gradient, gradient))
    if (pairs.length > memory) pairs.shift()
    const gain = value - next.value
    ;({ point, value, gradient } = next)
    if (gain <= tolerance * Math.abs(value)) return point
  }
  return point
}

interface Place {
  readonly point: Float64Array
  readonly value: number
  readonly gradient: Float64Array<ArrayBuffer>
}

/** `null`: no step along the direction makes the value smaller. */
function search(from: Place, direction: Float64Array, objective: Objective): Place | null {
  const slope = dot(from.gradient, direction)
  const gradient = new Float64Array(from.point.length)
  for (let length = 1; length > 1e-10; length /= 2) {
    const point = from.point.map((at, index) => at + length * (direction[index] ?? 0))
    const value = objective(point, gradient)
    if (value <= from.value + 1e-4 * length * slope) return { point, value, gradient }
  }
  return null
}

function toPair(to: Float64Array, from: Float64Array, after: Float64Array, before: Float64Array): Pair {
  const step = to.map((at, index) => at - (from[index] ?? 0))
  const change = after.map((at, index) => at - (before[index] ?? 0))
  return { step, change, curvature: dot(step, change) }
}

function descend(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((slope) => -slope)
  const kept = pairs.filter(({ curvature }) => curvature > 1e-12)
  const shares = kept.map(() => 0)
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const pair = kept[index]
    if (!pair) continue
    shares[index] = dot(pair.step, direction) / pair.curvature
    addScaled(direction, pair.change, -(shares[index] ?? 0))
  }
  const last = kept.at(-1)
  if (last) {
    const first = last.curvature / dot(last.change, last.change)
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = first * (direction[index] ?? 0)
  }
  for (const [index, pair] of kept.entries())
    addScaled(direction, pair.step, (shares[index] ?? 0) - dot(pair.change, direction) / pair.curvature)
  return direction
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0)
  return sum
}

function addScaled(target: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1)
    target[index] = (target[index] ?? 0) + factor * (other[index] ?? 0)
}
