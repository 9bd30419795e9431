import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Chunk, TopicMap } from '@assay/contracts'
import { describe, expect, test } from 'vitest'
import { makeTopics } from './make-topics.ts'

const file = new URL('../../../../../../shared/data/intent-banking77/test.csv', import.meta.url)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Columns text,category; texts may be quoted. */
function readQueries(): readonly { readonly chunk: Chunk; readonly intent: string }[] {
  const rows = [
    ...readFileSync(file, 'utf8').matchAll(/^(?:"((?:[^"]|"")*)"|([^,\n]*)),(\w[\w?]*)\r?$/gm),
  ].slice(1)
  return rows.map(([, quoted, plain = '', intent = ''], index) => {
    const text = quoted?.replaceAll('""', '"') ?? plain
    const chunk: Chunk = {
      id: `q${index}`,
      documentId: 'd',
      source: 'q',
      titlePath: [],
      text,
      start: 0,
      end: text.length,
      page: null,
      language: 'en',
      tokens: 9,
      kind: 'prose',
    }
    return { chunk, intent }
  })
}

/** Adjusted Rand index (Hubert & Arabie 1985) and purity over the assigned chunks. */
function score({ topics }: TopicMap, intentOf: ReadonlyMap<string, string>) {
  const pairs = (count: number): number => (count * (count - 1)) / 2
  const intents = new Map<string, number>()
  const cells: number[] = []
  let pure = 0
  let assigned = 0
  for (const { chunkIds } of topics) {
    const counts = new Map<string, number>()
    for (const id of chunkIds) {
      const intent = intentOf.get(id) ?? ''
      counts.set(intent, (counts.get(intent) ?? 0) + 1)
      intents.set(intent, (intents.get(intent) ?? 0) + 1)
    }
    pure += Math.max(...counts.values())
    assigned += chunkIds.length
    cells.push(...counts.values())
  }
  const sum = (values: Iterable<number>): number =>
    [...values].reduce((total, value) => total + pairs(value), 0)
  const [inBoth, byTopic, byIntent] = [
    sum(cells),
    sum(topics.map(({ chunkIds }) => chunkIds.length)),
    sum(intents.values()),
  ]
  const expected = (byTopic * byIntent) / pairs(assigned)
  return {
    rand: (inBoth - expected) / ((byTopic + byIntent) / 2 - expected),
    purity: pure / assigned,
    assigned,
  }
}

describe.skipIf(!existsSync(file))(
  'topics of 3,080 bank customers’ questions, by words alone (skipped without the labelled data)',
  () => {
    test('agree with the 77 intents people gave them', () => {
      const queries = readQueries()
      const intentOf = new Map(queries.map(({ chunk, intent }) => [chunk.id, intent]))
      expect(intentOf.size).toBe(3080)
      const started = performance.now()
      const map = makeTopics(
        { chunks: queries.map(({ chunk }) => chunk), documents: [], vectors: null },
        { seed: 1, hash },
      )
      const { rand, purity, assigned } = score(map, intentOf)
      process.stdout.write(
        `banking77, words alone: ${map.topics.length} topics, ${map.unassigned.length} unassigned, silhouette ${map.silhouette?.toFixed(3)}, ` +
          `adjusted Rand ${rand.toFixed(3)}, purity ${purity.toFixed(3)} of ${assigned}, ${Math.round(performance.now() - started)} ms\n` +
          `${map.topics
            .slice(0, 12)
            .map(({ name, chunkIds }) => `  ${chunkIds.length}  ${name}`)
            .join('\n')}\n`,
      )
      expect(rand).toBeGreaterThan(0.2)
      expect(purity).toBeGreaterThan(0.3)
    })
  },
)
