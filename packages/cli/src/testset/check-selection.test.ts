import { buildServiceKnowledgeBase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { checkSelection } from './check-selection.ts'

const services = buildServiceKnowledgeBase(6, 1)
const topic = (id: string, name: string) => ({ id, name, namedBy: 'terms' as const, terms: [], chunkIds: [] })
const base = {
  documents: services.documents,
  topics: {
    space: 'tf-idf' as const,
    silhouette: 0,
    topics: [topic('t-1', 'Command, Limits'), topic('t-2', 'Billing')],
    unassigned: [],
  },
}
const refusal = (options: Parameters<typeof checkSelection>[0]) => {
  const checked = checkSelection(options, base)
  return checked.ok ? null : `${checked.error.code} ${checked.error.message}: ${checked.error.fix ?? ''}`
}

test('documents, folders, names and ids of topics that are there are taken', () => {
  const options = { sources: ['services', 'services/', 'services/2.md'], topics: ['t-2'], languages: ['en'] }
  expect(checkSelection(options, base)).toEqual({ ok: true, value: options })
})

test('a document that is not there is named, with the nearest or with some that are', () => {
  const none = 'ASSAY-1001 No document or folder of the knowledge base is called'
  expect(refusal({ sources: ['services/2.md', 'servises/2.md'] })).toBe(
    `${none} servises/2.md: did you mean services/2.md?`,
  )
  expect(refusal({ sources: ['2.md'] })).toBe(`${none} 2.md: did you mean services/2.md?`)
  expect(refusal({ sources: ['./services/2.md'] })).toBe(
    `${none} ./services/2.md: did you mean services/2.md?`,
  )
  expect(refusal({ sources: ['something-else'] })).toBe(
    `${none} something-else: known: services/0.md; services/1.md; services/2.md, and 3 more (assay kb show)`,
  )
})

test('a topic that is not there is named, with the nearest or with those that are', () => {
  expect(refusal({ topics: ['Biling'] })).toBe('ASSAY-1001 No topic is called Biling: did you mean Billing?')
  expect(refusal({ topics: ['nonsense-word'] })).toBe(
    'ASSAY-1001 No topic is called nonsense-word: known: Command, Limits; Billing',
  )
})

test('a topic whose name holds a comma can be named, though lists are split there', () => {
  expect(checkSelection({ topics: ['Billing', 'Command', 'Limits'] }, base)).toMatchObject({
    ok: true,
    value: { topics: ['Billing', 'Command, Limits'] },
  })
})

test('a language is a code', () => {
  expect(refusal({ languages: ['english'] })).toBe(
    'ASSAY-1001 english is no code of a language: write two letters, such as en,de',
  )
})
