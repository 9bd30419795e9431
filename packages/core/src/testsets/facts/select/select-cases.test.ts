import { buildTestCase } from '@assay/testkit'
import fc from 'fast-check'
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
  expect([cases.length, ofOne.length]).toEqual([6, 1])
})

test('a share is one of the set there is, where there is less than was asked for', () => {
  const pool = names.map((name, index) =>
    candidate(`What is the port of \`${name}\`?`, { family: index < 6 ? 'abbreviations' : name }),
  )
  const { cases } = selectCases(pool, plan(40))
  expect(cases.length).toBe(5)
  expect(
    cases.filter(({ question }) => names.slice(0, 6).some((name) => question.includes(`\`${name}\``))).length,
  ).toBe(1)
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

test('no more than a quarter asks what letters stand for', () => {
  const pool = names.map((name, index) =>
    candidate(`What is the port of \`${name}\`?`, index < 6 ? { frame: 'stands-for' } : {}),
  )
  const { cases } = selectCases(pool, plan(10))
  const spelled = cases.filter(({ question }) =>
    names.slice(0, 6).some((name) => question.includes(`\`${name}\``)),
  )
  expect([cases.length, spelled.length]).toEqual([5, 1])
})

test('a wording keeps to a quarter while another has something to ask, and fills the set after it', () => {
  const pool = names.map((name, index) =>
    candidate(`What is the port of \`${name}\`?`, {
      frame: index < 6 ? 'when-leading' : `frame-${index}`,
    }),
  )
  const repeated = (questions: number): readonly number[] => {
    const asked = selectCases(pool, plan(questions)).cases.map(({ question }) => question)
    const same = asked.filter((text) => names.slice(0, 6).some((name) => text.includes(`\`${name}\``)))
    return [asked.length, same.length]
  }
  expect(repeated(5)).toEqual([5, 1])
  expect(repeated(10)).toEqual([10, 6])
})

test('whatever the candidates are, no document of four or more gives more than a quarter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (documents, questions) => {
        const pool = documents.map((document, index) =>
          candidate(`What is number ${index} of ${names[index % 10]}?`, {
            documentId: `document ${document}`,
          }),
        )
        const count = new Set(documents).size
        const { cases } = selectCases(pool, plan(questions, count))
        const given = new Map<number, number>()
        for (const { question } of cases) {
          const document = documents[Number(/number (\d+)/.exec(question)?.[1])] ?? -1
          given.set(document, (given.get(document) ?? 0) + 1)
        }
        const share = count < 4 ? cases.length : Math.max(1, cases.length / 4)
        expect(Math.max(0, ...given.values())).toBeLessThanOrEqual(share)
      },
    ),
  )
})
