import { describe, expect, test } from 'vitest'
import { createRandom } from '../../statistics/random.ts'
import { cutClusters, linkClusters } from './link-clusters.ts'
import { measureSilhouettes } from './measure-silhouette.ts'
import { dot, normalise } from './unit-vectors.ts'

const random = createRandom(3)
const vectors = Array.from({ length: 40 }, () =>
  normalise(Float32Array.from({ length: 6 }, () => random.next() - 0.5)),
)

/** Within-cluster sum of squares, from the definition. */
function spread(labels: ArrayLike<number>): number {
  let sum = 0
  for (const cluster of new Set(Array.from(labels))) {
    const members = vectors.filter((_, index) => labels[index] === cluster)
    const mean = Array.from(
      { length: 6 },
      (_, at) => members.reduce((total, each) => total + (each[at] ?? 0), 0) / members.length,
    )
    for (const member of members)
      sum += mean.reduce((total, value, at) => total + (value - (member[at] ?? 0)) ** 2, 0)
  }
  return sum
}

describe('linkClusters', () => {
  test("each merge adds half its distance to the spread within clusters: Ward's criterion", () => {
    const merges = linkClusters(vectors)
    for (let clusters = vectors.length; clusters > 1; clusters -= 1) {
      const added = spread(cutClusters(merges, clusters - 1)) - spread(cutClusters(merges, clusters))
      expect(added).toBeCloseTo((merges[vectors.length - clusters]?.distance ?? 0) / 2, 4)
    }
  })

  test('a cut gives as many clusters as asked', () => {
    const merges = linkClusters(vectors)
    for (const clusters of [1, 2, 7, 40]) expect(new Set(cutClusters(merges, clusters)).size).toBe(clusters)
  })
})

test('silhouettes are those of the definition over all pairs', () => {
  const labels = Int32Array.from(cutClusters(linkClusters(vectors), 5))
  const distance = (left: number, right: number): number =>
    1 - dot(vectors[left] ?? new Float32Array(), vectors[right] ?? new Float32Array())
  const mean = (point: number, cluster: number): number => {
    const others = [...labels.keys()].filter((other) => other !== point && labels[other] === cluster)
    return others.reduce((sum, other) => sum + distance(point, other), 0) / others.length
  }
  measureSilhouettes(vectors, labels).forEach((value, point) => {
    const own = labels[point] ?? 0
    const inside = mean(point, own)
    if (Number.isNaN(inside)) return expect(value).toBe(0)
    const nearest = Math.min(
      ...[0, 1, 2, 3, 4].filter((cluster) => cluster !== own).map((cluster) => mean(point, cluster)),
    )
    return expect(value).toBeCloseTo((nearest - inside) / Math.max(nearest, inside), 4)
  })
})
