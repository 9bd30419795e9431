import type { QuestionType, TestCase } from '@assay/contracts'
import { buildTestCase } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { selectTestSet } from './select-test-set.ts'

/** Clusters are named `document/passage`. */
const caseOf = (type: QuestionType, clusterKey: string, parts: Partial<TestCase> = {}): TestCase =>
  buildTestCase({
    id: `${type} ${clusterKey} ${parts.question ?? ''}`,
    question: `What is the ${type} limit of "${clusterKey}"?`,
    type,
    clusterKey,
    ...parts,
  })

const select = (
  candidates: readonly TestCase[],
  questions: number,
  types: readonly QuestionType[] = ['simple', 'complex'],
) => selectTestSet(candidates, { questions, types, documentOf: (id) => id.split('/')[0] ?? id })

const passages = (type: QuestionType, document: string, count: number) =>
  Array.from({ length: count }, (_, index) => caseOf(type, `${document}/${index}`))

describe('the choice of a test set', () => {
  it('takes the types in turn, and lets others fill what one does not give', () => {
    const documents = ['a', 'b', 'c', 'd', 'e', 'f']
    const candidates = [
      ...documents.map((document) => caseOf('simple', `${document}/0`)),
      caseOf('complex', 'a/1'),
    ]
    const { cases, left } = select(candidates, 5)
    expect(cases.map(({ type }) => type)).toEqual(['simple', 'complex', 'simple', 'simple', 'simple'])
    expect(left).toHaveLength(2)
  })

  it('takes facts, documents and topics that were used least', () => {
    const candidates = [
      caseOf('simple', 'a/0', { topic: 'x' }),
      caseOf('simple', 'a/1', { topic: 'x' }),
      caseOf('simple', 'b/0', { topic: 'x' }),
      caseOf('simple', 'c/0', { topic: 'y' }),
    ]
    expect(select(candidates, 3).cases.map(({ clusterKey }) => clusterKey)).toEqual(['a/0', 'c/0', 'b/0'])
  })

  it('takes no question twice', () => {
    const question = 'What is the limit of "a"?'
    const { cases, duplicates } = select(
      [caseOf('simple', 'a/0', { question }), caseOf('simple', 'b/0', { question })],
      2,
    )
    expect(cases).toHaveLength(1)
    expect(duplicates).toHaveLength(1)
  })

  it('takes no more than a quarter from one document where there are documents enough', () => {
    const candidates = [
      ...passages('simple', 'a', 10),
      ...['b', 'c', 'd', 'e', 'f', 'g'].map((document) => caseOf('simple', `${document}/0`)),
    ]
    const { cases } = select(candidates, 12)
    expect(cases.filter(({ clusterKey }) => clusterKey.startsWith('a/'))).toHaveLength(3)
    expect(cases).toHaveLength(9)
  })

  it('takes all from the only document there is', () => {
    expect(select(passages('simple', 'a', 5), 5).cases).toHaveLength(5)
  })
})
