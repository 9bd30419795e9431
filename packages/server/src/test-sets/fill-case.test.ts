import { testCaseSchema } from '@assay/contracts'
import { expect, test } from 'vitest'
import { fillCase } from './fill-case.ts'

const tools = { createId: () => 'made', mayEdit: true }

test('a question alone becomes a whole case with an id of its own', () => {
  const filled = fillCase({ question: 'What is the limit of a request body?' }, tools)
  expect(testCaseSchema.parse(filled)).toEqual(filled)
  expect(filled).toMatchObject({
    id: 'made',
    clusterKey: 'made',
    language: 'en',
    status: 'active',
    provenance: { generator: 'person' },
    referenceAnswer: '',
  })
})

test('what is given is kept, an absent value is as if it were not there', () => {
  const given = {
    question: 'q',
    id: 'mine',
    tags: ['a'],
    topic: undefined,
    provenance: { generator: 'model' },
  }
  expect(fillCase(given, tools)).toMatchObject({
    id: 'mine',
    tags: ['a'],
    topic: null,
    provenance: { generator: 'model' },
  })
})

test('whoever may only review proposes a draft that nobody has reviewed', () => {
  const review = { decision: 'accepted', by: 'me', at: '2026-11-24T00:00:00.000Z' } as const
  const proposed = fillCase({ question: 'q', status: 'active', review }, { ...tools, mayEdit: false })
  expect(proposed.status).toBe('draft')
  expect(proposed.review).toBeUndefined()
})
