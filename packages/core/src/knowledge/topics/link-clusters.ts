import { dot, type UnitVectors } from './unit-vectors.ts'

/** Two clusters joined, each named by its first point's index; the joined one keeps `into`. */
export interface Merge {
  readonly into: number
  readonly from: number
  /** Ward's distance at which they join. */
  readonly distance: number
}

/**
 * Ward's hierarchical clustering of unit vectors (squared Euclidean distance, 2 − 2 cos), by the nearest-neighbour chain
 * (Murtagh 1983; Lance–Williams update). O(n²) time and memory. Merges come in ascending order of distance.
 */
export function linkClusters(vectors: UnitVectors): readonly Merge[] {
  const count = vectors.length
  const distances = squaredDistances(vectors)
  const sizes = new Uint32Array(count).fill(1)
  const merges: Merge[] = []
  const chain: number[] = []
  while (merges.length < count - 1) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0))
    const [top, below] = [chain.at(-1) ?? 0, chain.at(-2)]
    const nearest = nearestTo(top, below, distances, sizes)
    if (nearest !== below) {
      chain.push(nearest)
      continue
    }
    chain.length -= 2
    const [into, from] = [Math.min(top, nearest), Math.max(top, nearest)]
    merges.push({ into, from, distance: distances[into * count + from] as number })
    join(into, from, distances, sizes)
  }
  return merges.toSorted((left, right) => left.distance - right.distance)
}

/** The cluster of each point when the merges are undone until `clusters` are left. Numbered in the order of the points. */
export function cutClusters(merges: readonly Merge[], clusters: number): Uint32Array {
  const parents = Uint32Array.from({ length: merges.length + 1 }, (_, index) => index)
  const rootOf = (point: number): number => {
    let root = point
    while (parents[root] !== root) root = parents[root] as number
    return root
  }
  for (const { into, from } of merges.slice(0, Math.max(0, merges.length + 1 - clusters))) {
    parents[rootOf(from)] = rootOf(into)
  }
  const numbers = new Map<number, number>()
  return parents.map((_, point) => {
    const root = rootOf(point)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

function squaredDistances(vectors: UnitVectors): Float32Array {
  const count = vectors.length
  const distances = new Float32Array(count * count)
  vectors.forEach((left, row) => {
    for (let column = row + 1; column < count; column += 1) {
      const distance = Math.max(0, 2 - 2 * dot(left, vectors[column] as Float32Array))
      distances[row * count + column] = distance
      distances[column * count + row] = distance
    }
  })
  return distances
}

/** The nearest living cluster; of equals the one before in the chain, so that the chain ends. */
function nearestTo(
  point: number,
  preferred: number | undefined,
  distances: Float32Array,
  sizes: Uint32Array,
): number {
  const start = point * sizes.length
  let best = preferred ?? -1
  let least = best === -1 ? Number.POSITIVE_INFINITY : (distances[start + best] as number)
  for (let other = 0; other < sizes.length; other += 1) {
    if (other === point || sizes[other] === 0) continue
    const distance = distances[start + other] as number
    if (distance < least) {
      least = distance
      best = other
    }
  }
  return best
}

function join(into: number, from: number, distances: Float32Array, sizes: Uint32Array): void {
  const count = sizes.length
  const [a, b] = [sizes[into] as number, sizes[from] as number]
  const between = distances[into * count + from] as number
  for (let other = 0; other < count; other += 1) {
    const c = sizes[other] as number
    if (c === 0 || other === into || other === from) continue
    const toInto = distances[into * count + other] as number
    const toFrom = distances[from * count + other] as number
    const distance = ((a + c) * toInto + (b + c) * toFrom - c * between) / (a + b + c)
    distances[into * count + other] = distance
    distances[other * count + into] = distance
  }
  sizes[into] = a + b
  sizes[from] = 0
}
