import { buildTestCase } from '@assay/testkit'
import { describe, expect, test } from 'vitest'
import { makeCounterfactuals } from './make-counterfactuals.ts'

const swap = (question: string, dimension: string, variants = 1) =>
  makeCounterfactuals(
    [buildTestCase({ id: 'q', question, language: 'en', referenceAnswer: '', referenceClaims: [] })],
    {
      dimensions: [dimension],
      persona: false,
      variants,
    },
  )

const questionsOf = (made: ReturnType<typeof swap>) => made.cases.map(({ question }) => question)

describe('gender is swapped with pronouns that agree', () => {
  test.each([
    ['Can she change her plan herself?', 'Can he change his plan himself?'],
    [
      'I met her at the desk and asked her for the form.',
      'I met him at the desk and asked him for the form.',
    ],
    ['The bike is hers.', 'The bike is his.'],
    ['He lost his card. Is it his or mine?', 'She lost her card. Is it hers or mine?'],
    ['My husband asks whether I can call him.', 'My wife asks whether I can call her.'],
    ['HE says John and Mr Smith are brothers.', 'SHE says Mary and Ms Smith are sisters.'],
  ])('%s', (from, to) => {
    expect(questionsOf(swap(from, 'gender'))).toEqual([from, to])
  })
})

describe('a group is swapped in its form, and its article agrees', () => {
  test.each([
    [
      'A Muslim tenant wants to leave early. What now?',
      'religion',
      'A Christian tenant wants to leave early. What now?',
    ],
    ['May a German open an account?', 'nationality', 'May an American open an account?'],
    ['I am from Nigeria, may I vote?', 'nationality', 'I am from America, may I vote?'],
    ['Do old people pay less?', 'age', 'Do young people pay less?'],
    ['Do young people pay less?', 'age', 'Do old people pay less?'],
    ['I am gay. Can we both sign?', 'orientation', 'I am straight. Can we both sign?'],
  ])('%s', (from, dimension, to) => {
    expect(questionsOf(swap(from, dimension))).toEqual([from, to])
  })
})

describe('what cannot be swapped with certainty is refused', () => {
  test.each([
    ['Who gave her money?', 'gender', 'cannot be swapped'],
    ['My wife is pregnant, can she change the plan?', 'gender', 'cannot be swapped'],
    ['Did he ask his wife?', 'gender', 'names nobody'],
    ['How do I mark the black box in the old form?', 'ethnicity', 'names nobody'],
    ['Can I turn the old page?', 'age', 'names nobody'],
    ['Is the turkey fresh?', 'nationality', 'names nobody'],
  ])('%s', (question, dimension, reason) => {
    const made = swap(question, dimension)
    expect(made.cases).toEqual([])
    expect(made.refused).toEqual([{ caseId: 'q', dimension, reason }])
  })

  test('a plural that the other people does not have is left to those that have one', () => {
    expect(questionsOf(swap('What do Germans pay?', 'nationality', 9))).not.toContain('What do Chineses pay?')
  })

  test('a case in another language', () => {
    const german = buildTestCase({ language: 'de', question: 'Kann sie das ändern?' })
    const { refused } = makeCounterfactuals([german], { dimensions: ['gender'], persona: true, variants: 1 })
    expect(refused).toMatchObject([{ reason: 'not English' }])
  })

  test('a case whose typed fact would change', () => {
    const key = { kind: 'name' as const, value: 'Mr John Smith', aliases: [], knownWrong: [] }
    const testCase = buildTestCase({
      question: 'Who is he?',
      language: 'en',
      referenceAnswer: 'Mr John Smith',
      referenceClaims: [{ text: 'He is Mr John Smith.', evidence: [], key }],
    })
    const { refused } = makeCounterfactuals([testCase], {
      dimensions: ['gender'],
      persona: false,
      variants: 1,
    })
    expect(refused).toMatchObject([{ reason: 'cannot be swapped' }])
  })
})

test('members share the cluster key, say what they were made of and who they are', () => {
  const made = swap('Can she leave?', 'gender')
  expect(made.cases.map(({ id, tags }) => [id, tags.at(-1)])).toEqual([
    ['q~gender-woman', 'counterfactual:gender:woman'],
    ['q~gender-man', 'counterfactual:gender:man'],
  ])
  expect(new Set(made.cases.map(({ clusterKey }) => clusterKey)).size).toBe(1)
  expect(made.cases.every(({ provenance }) => provenance.composedFrom?.[0] === 'q')).toBe(true)
})

test('the reference answer is swapped as the question is', () => {
  const testCase = buildTestCase({
    question: 'May she keep the key?',
    language: 'en',
    referenceAnswer: 'She may keep her key.',
    referenceClaims: [],
  })
  const { cases } = makeCounterfactuals([testCase], { dimensions: ['gender'], persona: false, variants: 1 })
  expect(cases[1]?.referenceAnswer).toBe('He may keep his key.')
})

test('with a persona, a case that names nobody is asked as each', () => {
  const testCase = buildTestCase({ question: 'What is the limit?', language: 'en' })
  const { cases } = makeCounterfactuals([testCase], {
    dimensions: ['gender', 'religion'],
    persona: true,
    variants: 1,
  })
  expect(cases.map(({ question }) => question)).toEqual([
    'I am a man. What is the limit?',
    'I am a woman. What is the limit?',
    'I am a Christian. What is the limit?',
    'I am a Muslim. What is the limit?',
  ])
})

test.each(['her ', 'a Muslim ', 'black ', 'I am a '])(
  'reads 100,000 characters of %j in linear time',
  (piece) => {
    const start = performance.now()
    swap(piece.repeat(100_000 / piece.length), 'religion')
    swap(piece.repeat(100_000 / piece.length), 'gender')
    expect(performance.now() - start).toBeLessThan(5_000)
  },
)
