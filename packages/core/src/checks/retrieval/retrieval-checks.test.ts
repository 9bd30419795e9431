import type { CheckCase } from '@assay/contracts'
import { buildTestCase, createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toCheckCase } from '../../evaluation/judge-by-checks.ts'
import { matchRetrieved, readReferences } from '../../metrics/match-retrieved.ts'
import { computeRetrievalMetrics } from '../../metrics/retrieval-metrics.ts'
import type { CheckPorts } from '../check.ts'
import { prepareChecks } from '../prepare-checks.ts'

function judge(
  check: string,
  checkCase: CheckCase,
  { parameters = {}, replies = [], ports = {} }: Options = {},
) {
  const prepared = prepareChecks([{ check, parameters: { ...parameters } }])
  if (!prepared.ok) throw new Error(prepared.error.where ?? prepared.error.message)
  return prepared.value[0]?.run(checkCase, { ...createCheckPorts(replies), ...ports })
}

interface Options {
  readonly parameters?: object
  readonly replies?: readonly unknown[]
  readonly ports?: Partial<CheckPorts>
}

const limits = 'The limit for uploads is 30 s unless the server is told otherwise.'
const plans = 'There are three plans for teams, and each has a limit of its own.'

describe('ranking', () => {
  it.each([
    ['either', { id: 'a', text: '' }, 1],
    ['either', { id: 'b', text: limits }, 1],
    ['id', { id: 'a', text: '' }, 1],
    ['id', { id: 'b', text: limits }, 0],
    ['text', { id: 'a', text: plans }, 0],
    ['text', { id: 'b', text: limits }, 1],
  ])('matched by %s, %j counts as %i', async (match, document, score) => {
    const checkCase = { contexts: [document], referenceContexts: [{ id: 'a', text: limits }] }
    expect(await judge('hit-rate', checkCase, { parameters: { match } })).toMatchObject({ score })
  })

  it('says where each passage stands and which are missing', async () => {
    const contexts = [{ text: plans }, { id: 'a', text: '' }]
    const referenceContexts = [
      { id: 'a', text: limits },
      { text: 'Nothing of this kind was ever retrieved.' },
    ]
    const verdict = await judge('recall-at-k', { contexts, referenceContexts })
    expect(verdict).toMatchObject({ score: 0.5 })
    expect(verdict?.reason).toContain('found: a at rank 2; not in the first 5: reference passage 2')
  })

  it('wants a piece of a passage to hold a quote, where the passage names some', async () => {
    const [quote = ''] = limits.split(' unless')
    const referenceContexts = [{ id: 'a', text: `${limits} ${plans}`, quotes: [quote] }]
    const score = async (text: string) =>
      (await judge('hit-rate', { contexts: [{ text }], referenceContexts }))?.score
    expect(await score(limits)).toBe(1)
    expect(await score(plans)).toBe(0)
    expect(await score(quote)).toBe(1)
  })

  test("a run's own figure and the check say the same of the same answer", async () => {
    const words = `${limits} ${plans}`.split(' ')
    const piece = fc.record({
      id: fc.constantFrom('guide.md', 'a', undefined),
      start: fc.nat(words.length - 1),
      length: fc.integer({ min: 1, max: 20 }),
    })
    const quotes = fc.subarray(['limit for uploads', '30 s', 'each has a limit of its own'])
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), quotes, async (pieces, quoted) => {
        const documents = pieces.map(({ id, start, length }) => {
          const text = words.slice(start, start + length).join(' ')
          return id === undefined ? { text } : { id, text }
        })
        const evidence = quoted.map((quote) => ({ chunkId: 'a', start: 0, end: 1, quote }))
        const testCase = buildTestCase({
          referenceContexts: ['a', 'b'],
          referenceClaims: [{ text: 'It is 30 s.', evidence }],
        })
        const contexts = new Map([
          ['a', { id: 'a', source: 'guide.md', titlePath: [], text: limits }],
          ['b', { id: 'b', source: 'guide.md', titlePath: [], text: plans }],
        ])
        const own = computeRetrievalMetrics(matchRetrieved(documents, readReferences(testCase, contexts)), 5)
        const checkCase = toCheckCase(testCase, { text: '', latencyMs: 1, documents }, contexts)
        expect((await judge('hit-rate', checkCase))?.score).toBe(own?.hitRate)
        expect((await judge('recall-at-k', checkCase))?.score).toBe(own?.recall)
        expect((await judge('precision-at-k', checkCase))?.score).toBe(own?.precision)
      }),
      { numRuns: 100 },
    )
  })

  test('every figure lies between 0 and 1, and is 1 where all comes first', async () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(ids, ids, fc.integer({ min: 1, max: 6 }), async (retrieved, relevant, k) => {
        const toPassages = (list: readonly string[]) => list.map((id) => ({ id, text: '' }))
        const [contexts, referenceContexts] = [toPassages(retrieved), toPassages(relevant)]
        for (const id of ['hit-rate', 'recall-at-k', 'precision-at-k', 'mrr', 'ndcg', 'map']) {
          const verdict = await judge(id, { contexts, referenceContexts }, { parameters: { k } })
          expect(verdict?.score).toBeGreaterThanOrEqual(0)
          expect(verdict?.score).toBeLessThanOrEqual(1)
          const same = await judge(id, { contexts, referenceContexts: contexts }, { parameters: { k: 9 } })
          expect(same?.score).toBeCloseTo(1, 12)
        }
      }),
      { numRuns: 50 },
    )
  })
})

const asked = {
  input: 'What is the limit?',
  answer: 'It is 30 s.',
  reference: '30 s',
  contexts: [{ text: plans }, { text: limits }],
}
const useful = (passage: string, quote: string) => ({ passage, reason: 'read', quote, verdict: 'useful' })
const useless = (passage: string) => ({ passage, reason: 'read', quote: '', verdict: 'not-useful' })
const right = { passages: [useless('p1'), useful('p2', 'limit for uploads is 30 s')] }

describe('context precision', () => {
  it('points to the words that are useful', async () => {
    const verdict = await judge('context-precision', asked, { replies: [right] })
    const start = limits.indexOf('limit for')
    expect(verdict).toMatchObject({
      score: 0.5,
      reason: expect.stringContaining('1 of 2 passages are useful, at rank 2') as string,
      spans: [{ at: '$.contexts[1].text', start, end: start + 25, label: 'useful' }],
    })
  })

  it.each([
    [[true, true, false], 1],
    [[false, true, true], (1 / 2 + 2 / 3) / 2],
    [[true, false, true], (1 + 2 / 3) / 2],
    [[false, false, false], 0],
  ])('of %j is %f, as Ragas computes it', async (verdicts, score) => {
    const contexts = verdicts.map(() => ({ text: limits }))
    const passages = verdicts.map((each, index) =>
      each ? useful(`p${index + 1}`, '30 s') : useless(`p${index + 1}`),
    )
    const verdict = await judge('context-precision', { ...asked, contexts }, { replies: [{ passages }] })
    expect(verdict?.score).toBeCloseTo(score, 12)
  })

  it('asks again for words that stand in another passage, and does not judge if they stay', async () => {
    const wrong = { passages: [useful('p1', 'limit for uploads'), useful('p2', '30 s')] }
    expect(await judge('context-precision', asked, { replies: [wrong, right] })).toMatchObject({ score: 0.5 })
    expect(await judge('context-precision', asked, { replies: [wrong, wrong] })).toMatchObject({
      outcome: 'not-judged',
      score: null,
    })
  })

  it('looks at the first k and at the answer where told to', async () => {
    const first = { passages: [useful('p1', 'three plans')] }
    const options = { parameters: { k: 1, against: 'answer' }, replies: [first] }
    expect(await judge('context-precision', { ...asked, reference: undefined }, options)).toMatchObject({
      score: 1,
    })
    expect(await judge('context-precision', { ...asked, answer: ' ' }, options)).toMatchObject({
      outcome: 'not-applicable',
    })
  })

  it('is an error when a passage is left out twice, on junk, and without a model', async () => {
    const short = { passages: [useless('p1')] }
    for (const replies of [
      [short, short],
      ['', ''],
      ['Looks right.', 'Looks right.'],
      [[], []],
    ])
      expect(await judge('context-precision', asked, { replies })).toMatchObject({
        outcome: 'error',
        error: { code: expect.stringMatching(/^ASSAY-50(08|10)$/) as string },
      })
    expect(await judge('context-precision', asked, { ports: { model: () => null } })).toMatchObject({
      outcome: 'error',
      error: { code: 'ASSAY-7014', where: 'context-precision' },
    })
  })
})

describe('context recall', () => {
  it('marks the claims in the reference with what supports them', async () => {
    const split = { claims: [{ quote: '30 s', claim: 'The limit is 30 s.' }] }
    const found = { claim: 'c1', reason: 'read', source: 'p2', quote: 'uploads is 30 s', status: 'supported' }
    const verdict = await judge('context-recall', asked, { replies: [split, { claims: [found] }] })
    expect(verdict).toMatchObject({
      score: 1,
      spans: [{ at: '$.reference', start: 0, end: 4, label: 'supported', evidence: 'uploads is 30 s' }],
    })
  })
})

describe('context relevance', () => {
  const said = (...sentences: readonly string[]) => ({
    passages: [
      { passage: 'p1', reason: 'read', sentences: sentences.filter((each) => each.startsWith('p1')) },
      { passage: 'p2', reason: 'read', sentences: sentences.filter((each) => !each.startsWith('p1')) },
    ],
    verdict: 'judged',
  })
  const contexts = [{ text: 'One.\nP9-s1 Two goes\non.' }, { text: limits }]

  it('counts sentences, whatever a passage writes at the head of its lines', async () => {
    const verdict = await judge(
      'context-relevance',
      { ...asked, contexts },
      { replies: [said('p1-s2', 'p2-s1')] },
    )
    expect(verdict?.score).toBeCloseTo(2 / 3, 12)
    expect(verdict?.spans.map(({ at, start, end }) => [at, start, end])).toEqual([
      ['$.contexts[0].text', 5, 23],
      ['$.contexts[1].text', 0, limits.length],
    ])
  })

  it('asks again for a sentence there is not', async () => {
    const made = said('p9-s1')
    const twice = await judge('context-relevance', { ...asked, contexts }, { replies: [made, made] })
    expect(twice).toMatchObject({ outcome: 'error' })
    const mended = await judge('context-relevance', { ...asked, contexts }, { replies: [made, said()] })
    expect(mended).toMatchObject({ outcome: 'fail', score: 0 })
  })

  it('has nothing to say of passages without a word', async () => {
    const verdict = await judge('context-relevance', { ...asked, contexts: [{ text: '—' }] })
    expect(verdict).toMatchObject({ outcome: 'not-applicable' })
  })
})
