import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Chunk, DocumentRecord } from '@assay/contracts'
import type { KnowledgeBase, Result } from '@assay/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createKnowledgeBaseStore } from './knowledge-base-store.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-kb-'))
})
afterEach(() => rm(folder, { recursive: true }))

const text = 'A line with\u2028 a line separator and "quotes"'
const chunk = (id: string): Chunk => ({
  id,
  documentId: 'doc',
  source: 'a.md',
  titlePath: ['A'],
  text,
  start: 0,
  end: text.length,
  page: null,
  language: 'en',
  tokens: 8,
  kind: 'prose',
})
const document: DocumentRecord = {
  id: 'doc',
  source: 'a.md',
  title: 'A',
  format: 'markdown',
  contentHash: 'h',
  characters: text.length,
  language: 'en',
  chunkIds: ['one', 'two'],
}
const knowledgeBase = (name = 'kb'): KnowledgeBase => ({
  manifest: {
    schemaVersion: 1,
    name,
    version: 'v',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    sources: ['.'],
    root: '/docs',
    textField: null,
    chunking: { maxTokens: 400, overlapTokens: 40 },
    embedder: 'fake:two',
    counts: { documents: 1, chunks: 2, tokens: 16 },
    skipped: [],
  },
  documents: [document],
  chunks: [chunk('one'), chunk('two')],
  vectors: [Float32Array.of(0.6, 0.8), Float32Array.of(1, 0)],
  topics: { space: 'embeddings', silhouette: null, topics: [], unassigned: ['one', 'two'] },
})
const codeAndPlace = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.error.code} ${result.error.where?.replace(folder, '')}`

describe('createKnowledgeBaseStore', () => {
  test('opens what was saved, vectors and topics with it', async () => {
    const store = createKnowledgeBaseStore(folder)
    expect(await store.save(knowledgeBase())).toEqual({ ok: true, value: undefined })
    expect(await store.open('kb')).toEqual({ ok: true, value: knowledgeBase() })
    const listed = await store.list()
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['kb'])
  })

  test('a second save replaces all of the first', async () => {
    const store = createKnowledgeBaseStore(folder)
    await store.save(knowledgeBase())
    const words = knowledgeBase()
    const lexical = { ...words, manifest: { ...words.manifest, embedder: null }, vectors: null, topics: null }
    await store.save(lexical)
    expect(await store.open('kb')).toEqual({ ok: true, value: lexical })
    expect(existsSync(join(folder, 'kb', 'vectors.bin'))).toBe(false)
  })

  test('a save killed between its two renames leaves the one before it', async () => {
    const store = createKnowledgeBaseStore(folder)
    await store.save(knowledgeBase())
    await rename(join(folder, 'kb'), join(folder, '.kb.old'))
    expect(await store.open('kb')).toEqual({ ok: true, value: knowledgeBase() })
  })

  test('topics are replaced alone', async () => {
    const store = createKnowledgeBaseStore(folder)
    await store.save(knowledgeBase())
    const topics = { space: 'source' as const, silhouette: 0.5, topics: [], unassigned: [] }
    await store.saveTopics('kb', topics)
    const opened = await store.open('kb')
    expect(opened.ok && opened.value.topics).toEqual(topics)
  })

  test('a damaged row is named with file and line', async () => {
    const store = createKnowledgeBaseStore(folder)
    await store.save(knowledgeBase())
    const file = join(folder, 'kb', 'chunks.jsonl')
    const lines = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, `${lines[0]}\n${lines[1]?.slice(0, 40)}\n`)
    expect(codeAndPlace(await store.open('kb'))).toMatch(/^ASSAY-2005 \/kb\/chunks\.jsonl, line 2: /)
    await writeFile(file, `${lines[0]}\n`)
    expect(codeAndPlace(await store.open('kb'))).toBe('ASSAY-2005 /kb/chunks.jsonl: 1 rows instead of 2')
  })

  test('vectors cut short and missing files are damage, not absence', async () => {
    const store = createKnowledgeBaseStore(folder)
    await store.save(knowledgeBase())
    await writeFile(join(folder, 'kb', 'vectors.bin'), Buffer.alloc(4))
    expect(codeAndPlace(await store.open('kb'))).toBe('ASSAY-2005 /kb/vectors.bin: 4 bytes instead of 16')
    await rm(join(folder, 'kb', 'documents.jsonl'))
    expect(codeAndPlace(await store.open('kb'))).toMatch(/^ASSAY-2005 \/kb\/documents\.jsonl/)
  })

  test('an unknown name, a path as a name and a removed one are told apart', async () => {
    const store = createKnowledgeBaseStore(folder)
    expect(codeAndPlace(await store.open('none'))).toBe('ASSAY-2001 /none')
    expect(codeAndPlace(await store.open('../kb'))).toBe('ASSAY-2007 ../kb')
    await store.save(knowledgeBase())
    await store.remove('kb')
    expect(codeAndPlace(await store.open('kb'))).toBe('ASSAY-2001 /kb')
  })
})
