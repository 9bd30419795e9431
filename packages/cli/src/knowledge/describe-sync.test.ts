import type { SyncOutcome } from '@assay/core/knowledge'
import { buildServiceKnowledgeBase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { describeSync } from './describe-sync.ts'

const knowledgeBase = buildServiceKnowledgeBase(1, 1)
const { manifest } = knowledgeBase
const changes: SyncOutcome['changes'] = {
  documents: { added: [], changed: [], removed: [], unchanged: 1 },
  chunks: { added: [], removed: [], unchanged: 1 },
}

test('one is one document and one chunk', () => {
  expect(describeSync({ knowledgeBase, changes }, manifest)).toBe(
    'services: 1 document, 1 chunk, 40 tokens; search by words alone\n  nothing changed',
  )
})

test('the same documents cut by another size did change', () => {
  const before = { ...manifest, chunking: { maxTokens: 200, overlapTokens: 20 } }
  const cut = { ...changes, chunks: { added: ['a', 'b'], removed: ['c'], unchanged: 0 } }
  const text = describeSync({ knowledgeBase, changes: cut }, before)
  expect(text).not.toContain('nothing changed')
  expect(text).toContain('  chunks: 2 added, 1 removed')
  expect(text).toContain(
    'cut anew: chunks of at most 400 tokens (40 shared), before of 200 tokens (20 shared)',
  )
})

test('another search did change, though no document did', () => {
  const text = describeSync({ knowledgeBase, changes }, { ...manifest, embedder: 'local:minilm' })
  expect(text).toContain('  search: by words alone, before by local:minilm')
  expect(text).not.toContain('nothing changed')
})

test('a new knowledge base has no settings before', () => {
  const added = {
    documents: { ...changes.documents, added: ['a.md'] },
    chunks: { ...changes.chunks, added: ['a'] },
  }
  expect(describeSync({ knowledgeBase, changes: added }, null).split('\n').slice(1)).toEqual([
    '  documents: 1 added; chunks: 1 added, 0 removed',
  ])
})
