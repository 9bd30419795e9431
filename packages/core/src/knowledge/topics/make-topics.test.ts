import { createHash } from 'node:crypto'
import type { Chunk, DocumentRecord } from '@assay/contracts'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../statistics/random.ts'
import { joinTopics } from './join-topics.ts'
import { makeTopics } from './make-topics.ts'
import { renameTopic } from './rename-topic.ts'
import type { TopicSource } from './topic-space.ts'
import { normalise } from './unit-vectors.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const options = { seed: 1, hash }

const chunk = (id: string, text = id): Chunk => ({
  id,
  documentId: `d-${id}`,
  source: 'a.md',
  titlePath: [],
  text,
  start: 0,
  end: text.length,
  page: null,
  language: 'en',
  tokens: 1,
  kind: 'prose',
})

/** `sizes` blobs of unit vectors round directions of their own, then `noise` in directions of their own. */
function blobs(sizes: readonly number[], noise = 0, seed = 7): TopicSource {
  const random = createRandom(seed)
  const length = 64
  const gauss = (): number =>
    Array.from({ length: 6 }, () => random.next() - 0.5).reduce((sum, value) => sum + value, 0)
  const around = (centre: readonly number[], spread: number): Float32Array =>
    normalise(Float32Array.from(centre, (value) => value + spread * gauss()))
  const centres = sizes.map(() => Array.from({ length }, gauss))
  const members = sizes.flatMap((size, cluster) =>
    Array.from({ length: size }, () => ({ cluster, vector: around(centres[cluster] ?? [], 0.4) })),
  )
  const strays = Array.from({ length: noise }, () => ({
    cluster: -1,
    vector: around(Array<number>(length).fill(0), 1),
  }))
  const points = random.shuffle([...members, ...strays])
  return {
    chunks: points.map(({ cluster }, index) => chunk(`c${index}-${cluster}`)),
    documents: [],
    vectors: points.map(({ vector }) => vector),
  }
}

const clusterOf = (id: string): string => id.slice(id.indexOf('-') + 1)

describe('topics from vectors', () => {
  test.each([[[20, 20, 20]], [[60, 30, 15, 40, 25]], [[100, 90, 80, 70, 60, 50, 40, 30]]])(
    'finds the clusters that are there: %j',
    (sizes) => {
      const { topics, silhouette, space, unassigned } = makeTopics(blobs(sizes), options)
      expect(space).toBe('embeddings')
      expect(topics.map(({ chunkIds }) => chunkIds.length)).toEqual(sizes.toSorted((a, b) => b - a))
      for (const { chunkIds } of topics) expect(new Set(chunkIds.map(clusterOf)).size).toBe(1)
      expect(unassigned).toEqual([])
      expect(silhouette).toBeGreaterThan(0.5)
    },
  )

  test('chunks far from every topic are in none', () => {
    const { topics, unassigned } = makeTopics(blobs([40, 40, 40, 40], 12), options)
    const strays = unassigned.filter((id) => clusterOf(id) === '-1')
    expect(strays.length).toBeGreaterThanOrEqual(10)
    expect(unassigned.length - strays.length).toBeLessThanOrEqual(4)
    expect(topics).toHaveLength(4)
  })

  test('every chunk is in one topic or unassigned', () => {
    const base = blobs([30, 20, 10], 5)
    const { topics, unassigned } = makeTopics(base, options)
    const all = [...topics.flatMap(({ chunkIds }) => chunkIds), ...unassigned]
    expect(all.toSorted()).toEqual(base.chunks.map(({ id }) => id).toSorted())
  })

  test('a sample decides how many; all chunks are placed', () => {
    const sizes = Array.from({ length: 8 }, (_, index) => 130 + 10 * index)
    const { topics } = makeTopics(blobs(sizes), options)
    expect(topics.map(({ chunkIds }) => chunkIds.length)).toEqual(sizes.toReversed())
  })

  test('the same seed gives the same topics', () => {
    const base = blobs([30, 20, 10], 5)
    expect(makeTopics(base, options)).toEqual(makeTopics(base, options))
  })

  test.each([0, 1, 2, 5])('%d chunks do not break it', (count) => {
    const { topics, unassigned } = makeTopics({ ...blobs([count]), vectors: null }, options)
    expect(topics.flatMap(({ chunkIds }) => chunkIds).length + unassigned.length).toBe(count)
  })
})

const texts = {
  refunds: [
    'Refunds are paid within 14 days to the card.',
    'A refund request needs the invoice number.',
    'Partial refunds keep the invoice open.',
    'Refund of a cancelled invoice.',
  ],
  webhooks: [
    'A webhook delivery is retried 5 times.',
    'The webhook endpoint must answer within 10 s.',
    'Webhook signatures use the endpoint secret.',
    'Delivery of webhook events to an endpoint.',
  ],
  roles: [
    'An administrator invites members to the team.',
    'The viewer role reads; the administrator role writes.',
    'A member may hold one role in each team.',
    'Roles of members are changed by an administrator.',
  ],
}
const wordBase: TopicSource = {
  chunks: Object.entries(texts).flatMap(([name, lines]) =>
    lines.map((line, index) => chunk(`${name}${index}`, line)),
  ),
  documents: [],
  vectors: null,
}

describe('topics from words', () => {
  test('are marked so and named by what sets them apart', () => {
    const { space, topics } = makeTopics(wordBase, options)
    expect(space).toBe('tf-idf')
    expect(topics).toHaveLength(3)
    for (const { name, chunkIds } of topics) {
      const [about = ''] = chunkIds
      expect(new Set(chunkIds.map((id) => id.slice(0, -1))).size).toBe(1)
      expect(name.toLowerCase()).toContain(about.slice(0, -2))
    }
    expect(new Set(topics.map(({ name }) => name)).size).toBe(3)
  })
})

describe('topics of the documents', () => {
  const document = (id: string, topic?: string): DocumentRecord => ({
    id: `d-${id}`,
    source: id,
    title: null,
    format: 'plain',
    contentHash: id,
    characters: 1,
    language: 'en',
    ...(topic !== undefined && { topic }),
    chunkIds: [id],
  })

  test('are taken as they are', () => {
    const base = {
      chunks: ['a', 'b', 'c'].map((id) => chunk(id)),
      documents: [document('a', 'Billing'), document('b', 'Billing'), document('c')],
      vectors: null,
    }
    const { space, topics, unassigned } = makeTopics(base, options)
    expect(space).toBe('source')
    expect(topics.map(({ name, namedBy, chunkIds }) => [name, namedBy, chunkIds])).toEqual([
      ['Billing', 'source', ['a', 'b']],
    ])
    expect(unassigned).toEqual(['c'])
  })
})

describe('after a change of the documents', () => {
  const base = blobs([40, 30, 20])
  const map = makeTopics(base, options)
  const [largest] = map.topics
  const renamed = renameTopic(map, largest?.id ?? '', 'My topic')

  test('a given name stays with the chunks it was given to', () => {
    expect(renamed.ok).toBe(true)
    const kept = { ...base, chunks: base.chunks.slice(10), vectors: base.vectors?.slice(10) ?? null }
    const again = makeTopics(kept, { ...options, previous: renamed.ok ? renamed.value : null })
    const mine = again.topics.find(({ name }) => name === 'My topic')
    expect(mine?.namedBy).toBe('person')
    expect(mine?.id).toBe(largest?.id)
    const before = new Set(largest?.chunkIds)
    expect(mine?.chunkIds.every((id) => before.has(id))).toBe(true)
  })

  test('new chunks join the nearest topic, those far from all stay unassigned', () => {
    const withStrays = blobs([40, 30, 20], 8)
    const made = makeTopics(withStrays, options)
    const fresh = new Set(withStrays.chunks.slice(0, 30).map(({ id }) => id))
    const without = {
      ...made,
      topics: made.topics.map((topic) => ({
        ...topic,
        chunkIds: topic.chunkIds.filter((id) => !fresh.has(id)),
      })),
      unassigned: withStrays.chunks.flatMap(({ id }) =>
        fresh.has(id) || made.unassigned.includes(id) ? [id] : [],
      ),
    }
    const joined = joinTopics(withStrays, without, hash)
    const sets = (topics: typeof made.topics) => topics.map(({ chunkIds }) => chunkIds.toSorted())
    expect(sets(joined.topics)).toEqual(sets(made.topics))
    expect(joined.unassigned).toEqual(made.unassigned)
  })

  test('a name of another topic is refused', () => {
    const [first, second] = map.topics
    expect(renameTopic(map, first?.id ?? '', second?.name.toUpperCase() ?? '')).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-1001' },
    })
    expect(renameTopic(map, 'nothing', 'x').ok).toBe(false)
  })
})
