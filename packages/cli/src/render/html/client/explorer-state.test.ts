import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filterCases,
  filterFields,
  formatExplorerHash,
  parseExplorerHash,
  type ExplorerState,
} from './explorer-state.ts'
import type { CaseData } from './report-data.ts'

const start: ExplorerState = { words: '', outcome: 'failed', filters: {}, selected: null, disputed: [] }

const data = (changes: Partial<CaseData>): CaseData => ({
  id: 'a',
  type: 'simple',
  level: 'easy',
  topic: null,
  language: 'en',
  source: 'limits.md',
  tag: ['number', 'negation'],
  length: 'up to 8 words',
  outcome: 'incorrect',
  outcomeText: 'incorrect',
  tone: 'bad',
  passed: false,
  component: 'indexing',
  componentText: 'indexing',
  componentEvidence: null,
  history: [],
  question: 'What is the Limit?',
  answer: '10 MB',
  error: null,
  reference: '1 MB',
  claims: [],
  extraClaims: null,
  reason: null,
  verdicts: [],
  retrieved: null,
  references: [],
  missingReferences: 0,
  facts: [],
  ...changes,
})

describe('the address', () => {
  it('holds all of the state', () => {
    const text = fc.string()
    const id = fc.stringMatching(/^[a-z0-9-]+$/)
    const state = fc.record({
      words: text,
      outcome: fc.constantFrom('failed', 'all', 'not-judged'),
      filters: fc.dictionary(fc.constantFrom(...filterFields), fc.string({ minLength: 1 })),
      selected: fc.option(text, { nil: null }),
      disputed: fc.array(id),
    })
    fc.assert(
      fc.property(state, (each) => {
        const isWellFormed = [each.words, each.selected ?? '', ...Object.values(each.filters)].every((part) =>
          part.isWellFormed(),
        )
        fc.pre(isWellFormed)
        expect(parseExplorerHash(formatExplorerHash(each))).toEqual({ ...each, filters: { ...each.filters } })
      }),
    )
  })
  it('of another part of the page is not a state', () => {
    expect(parseExplorerHash('#retrieval')).toBeNull()
    expect(parseExplorerHash('')).toBeNull()
  })
  it('shows failures unless it says otherwise', () => {
    expect(parseExplorerHash('#cases?type=simple')).toEqual({ ...start, filters: { type: 'simple' } })
  })
})

describe('filterCases', () => {
  const cases = [
    data({}),
    data({ id: 'b', passed: true, outcome: 'correct', component: null }),
    data({ id: 'c', passed: null, outcome: 'not-judged', history: [{ role: 'user', content: 'Before' }] }),
  ]
  const ids = (state: Partial<ExplorerState>) =>
    filterCases(cases, { ...start, ...state }).map(({ id }) => id)

  it('shows what failed, all, one outcome, or what the reader disputes', () => {
    expect(ids({})).toEqual(['a'])
    expect(ids({ outcome: 'all' })).toEqual(['a', 'b', 'c'])
    expect(ids({ outcome: 'not-judged' })).toEqual(['c'])
    expect(ids({ outcome: 'disputed', disputed: ['b'] })).toEqual(['b'])
  })
  it('wants every word somewhere, whatever the case', () => {
    expect(ids({ outcome: 'all', words: 'LIMIT 10' })).toEqual(['a', 'b', 'c'])
    expect(ids({ outcome: 'all', words: 'before limit' })).toEqual(['c'])
    expect(ids({ words: 'limit absent' })).toEqual([])
  })
  it('wants every filter', () => {
    expect(ids({ outcome: 'all', filters: { component: 'indexing', source: 'limits.md' } })).toEqual([
      'a',
      'c',
    ])
    expect(ids({ outcome: 'all', filters: { topic: 'limits' } })).toEqual([])
  })
})
