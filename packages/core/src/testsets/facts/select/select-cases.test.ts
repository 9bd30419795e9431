import { buildTestCase } from '@assay/testkit'
import { expect, test } from 'vitest'
import { createRandom } from '../../../statistics/random.ts'
import type { Draft } from '../compose/draft.ts'
import { selectCases, type Candidate } from './select-cases.ts'

const candidate = (question: string, changes: Partial<Draft> = {}): Candidate => ({
  testCase: buildTestCase({ id: question, question, type: changes.type ?? 'simple' }),
  draft: {
    type: 'simple',
    level: 'easy',
    frame: 'what-attribute',
    question,
    history: [],
    referenceAnswer: 'x',
    asked: [],
    extraEvidence: [],
    wrongValues: [],
    tags: [],
    clusterKey: question,
    chunkId: question,
    documentId: question,
    family: question,
    ...changes,
  },
})
const names = 'alpha beta gamma delta epsilon zeta eta theta iota kappa'.split(' ')
const plan = (questions: number, documents = 10) => ({
  questions,
  types: ['simple', 'complex'] as const,
  random: createRandom(1),
  documents,
})

test('no document gives more than a quarter', () => {
  const pool = names.map((name) => candidate(`What is the port of \`${name}\`?`, { documentId: 'one' }))
  expect(selectCases(pool, plan(8)).cases.length).toBe(2)
})

test('one question per passage and type', () => {
  const pool = names.map((name) => candidate(`What is the port of \`${name}\`?`, { chunkId: 'one' }))
  const { cases, passedOver } = selectCases(pool, plan(8))
  expect(cases.length).toBe(1)
  expect([...(passedOver.get('simple') ?? [])]).toEqual([['one question per passage and type', 9]])
})

test('a type that runs dry leaves its share to the others', () => {
  const pool = names.map((name) => candidate(`What is the port of \`${name}\`?`))
  expect(selectCases(pool, plan(6)).cases.length).toBe(6)
})

test('a question that repeats another is rejected by name', () => {
  const pool = [candidate('What is the port of the server?'), candidate('What is the port of the servers?')]
  const { cases, rejected } = selectCases(pool, plan(8))
  expect(cases.length).toBe(1)
  expect(rejected[0]).toMatchObject({ rejectedBy: 'near-duplicate' })
})
