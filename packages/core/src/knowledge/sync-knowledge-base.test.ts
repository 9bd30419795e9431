import { createHash } from 'node:crypto'
import type { SourceDocument } from '@assay/contracts'
import { describe, expect, test } from 'vitest'
import { createError } from '../errors/create-error.ts'
import { must } from '../must.ts'
import type { KnowledgeBase } from '../ports/knowledge-base.ts'
import { fail, ok, type Result } from '../result.ts'
import { syncKnowledgeBase, type SyncPorts } from './sync-knowledge-base.ts'

const tools = {
  countTokens: (text: string) => text.split(/\s+/).length,
  detectLanguage: () => 'en',
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
}
const embedded: string[] = []
const ports: SyncPorts = {
  tools,
  clock: { now: () => 0 },
  embedder: {
    id: 'fake:length',
    embed: async (texts) => {
      embedded.push(...texts)
      return ok(texts.map((text) => Float32Array.of(text.length)))
    },
  },
}
const settings = {
  name: 'kb',
  sources: ['.'],
  root: '/docs',
  textField: null,
  chunking: { maxTokens: 50, overlapTokens: 0 },
}
const document = (source: string, text: string): SourceDocument => ({
  source,
  title: null,
  text,
  format: 'markdown',
})

async function* stream(items: readonly Result<SourceDocument>[]) {
  yield* items
}
const sync = (previous: KnowledgeBase | null, ...items: Result<SourceDocument>[]) =>
  syncKnowledgeBase(previous, settings, stream(items), ports)
const synced = async (previous: KnowledgeBase | null, ...documents: SourceDocument[]) => {
  const outcome = await sync(previous, ...documents.map(ok))
  return must(outcome.ok ? outcome.value : null, 'outcome')
}

const a = document('a.md', '# A\n\nFirst.\n\n# B\n\nSecond.')
const b = document('b.md', 'Third.')

describe('syncKnowledgeBase', () => {
  test('a second sync of the same documents changes nothing and embeds nothing', async () => {
    const first = await synced(null, a, b)
    embedded.length = 0
    const second = await synced(first.knowledgeBase, a, b)
    expect(embedded).toEqual([])
    expect(second.knowledgeBase).toEqual(first.knowledgeBase)
    expect(second.changes.documents).toEqual({ added: [], changed: [], removed: [], unchanged: 2 })
    expect(second.changes.chunks).toEqual({ added: [], removed: [], unchanged: 3 })
  })

  test('a change touches its passage only, and says so', async () => {
    const first = await synced(null, a, b)
    embedded.length = 0
    const changed = document('a.md', '# A\n\nFirst.\n\n# B\n\nOther.')
    const second = await synced(first.knowledgeBase, changed, document('c.md', 'New.'))
    expect(embedded).toEqual(['B\n# B\n\nOther.', 'New.'])
    expect(second.changes.documents).toEqual({
      added: ['c.md'],
      changed: ['a.md'],
      removed: ['b.md'],
      unchanged: 0,
    })
    expect(second.changes.chunks).toMatchObject({ unchanged: 1 })
    expect(second.changes.chunks.added).toHaveLength(2)
    expect(second.changes.chunks.removed).toHaveLength(2)
    expect(second.knowledgeBase.manifest.version).not.toBe(first.knowledgeBase.manifest.version)
  })

  test('a document that cannot be read is listed and keeps what was read of it before', async () => {
    const first = await synced(null, a, b)
    const error = createError('ASSAY-2003', { where: 'b.md' })
    const second = await sync(first.knowledgeBase, ok(a), fail(error))
    expect(second.ok && second.value.knowledgeBase.manifest.skipped).toEqual([{ source: 'b.md', error }])
    expect(second.ok && second.value.changes.documents.removed).toEqual([])
  })

  test('a damaged JSON Lines file and a missing source stop it, saying what was read', async () => {
    const outcome = await sync(null, ok(a), fail(createError('ASSAY-2107', { where: 'x.jsonl, line 3' })))
    expect(!outcome.ok && outcome.error.so).toBe('1 document was read before it; nothing was stored')
  })

  test('no text at all is an error that names why', async () => {
    const outcome = await sync(
      null,
      fail(createError('ASSAY-2003', { where: 'x.png', message: 'It is binary' })),
    )
    expect(!outcome.ok && [outcome.error.code, outcome.error.where]).toEqual([
      'ASSAY-2004',
      'x.png: It is binary',
    ])
  })

  test('topics stay without the chunks that are gone; new chunks are unassigned', async () => {
    const { knowledgeBase } = await synced(null, a, b)
    const ids = knowledgeBase.chunks.map(({ id }) => id)
    const topics = {
      space: 'tf-idf' as const,
      silhouette: null,
      topics: [{ id: 't', name: 'Mine', namedBy: 'person' as const, terms: [], chunkIds: ids }],
      unassigned: [],
    }
    const next = await synced({ ...knowledgeBase, topics }, a, document('c.md', 'New.'))
    expect(next.knowledgeBase.topics?.topics[0]?.chunkIds).toEqual(ids.slice(0, 2))
    expect(next.knowledgeBase.topics?.unassigned).toHaveLength(1)
  })
})
