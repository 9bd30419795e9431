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
  const pool = names.map((name, index) =>
    candidate(`What is the port of \`${name}\`?`, { documentId: index < 5 ? 'one' : name }),
  )
  const { cases } = selectCases(pool, plan(8))
  const ofOne = cases.filter(({ question }) =>
    names.slice(0, 5).some((name) => question.includes(`\`${name}\``)),
  )
  expect([cases.length, ofOne.length]).toEqual([7, 2])
})

test('a share is one of the set there is, where there is less than was asked for', () => {
  const pool = names.map((name, index) =>
    candidate(`What is the port of \`${name}\`?`, { family: index < 6 ? 'abbreviations' : name }),
  )
  const { cases } = selectCases(pool, plan(40))
  expect(cases.length).toBe(6)
  expect(
    cases.filter(({ question }) => names.slice(0, 6).some((name) => question.includes(`\`${name}\``))).length,
  ).toBe(2)
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
