import { describe, expect, it } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { judgeTimeout, timeoutCase } from './fixtures/timeout-case.ts'

const split = (...claims: readonly [quote: string, claim: string][]) => ({
  claims: claims.map(([quote, claim]) => ({ quote, claim })),
})
const judged = (claim: string, status: string, quote = '', source = 'p1') => ({
  claim,
  reason: 'Read.',
  source,
  quote,
  status,
})
const waits = split(['waits 30 s', 'The server waits 30 s.'])

describe('splitting into claims', () => {
  it('asks again where words are not in the text, then does not judge', async () => {
    const invented = split(['waits 31 s', 'The server waits 31 s.'])
    const { verdict, requests } = await judgeTimeout('faithfulness', {}, { replies: [invented, invented] })
    expect(requests[1]?.messages.at(-1)?.content).toContain('"waits 31 s" does not stand in the text')
    expect(verdict).toMatchObject({ outcome: 'not-judged', score: null })
  })

  it('takes the better second reply', async () => {
    const replies = [split(['nope', 'x']), waits, { claims: [judged('c1', 'supported', 'waits 30 s')] }]
    expect((await judgeTimeout('faithfulness', {}, { replies })).verdict).toMatchObject({
      outcome: 'pass',
      score: 1,
    })
  })
})

describe('faithfulness', () => {
  it('marks every claim in the answer with the words of the context', async () => {
    const given = { ...timeoutCase, answer: 'It waits 30 s. It listens on port 80.' }
    const replies = [
      split(
        ['It waits 30 s', 'The server waits 30 s.'],
        ['listens on port 80', 'The server listens on port 80.'],
      ),
      { claims: [judged('c1', 'supported', 'The server waits 30 s'), judged('c2', 'unsupported')] },
    ]
    const { verdict } = await judgeTimeout('faithfulness', {}, { replies, given })
    expect(verdict).toMatchObject({
      outcome: 'fail',
      score: 0.5,
      spans: [
        { start: 0, end: 13, label: 'supported', evidence: 'The server waits 30 s' },
        { start: 18, end: 36, label: 'unsupported' },
      ],
    })
    expect(verdict?.reason).toContain('1 of 2 claims supported: unsupported "The server listens on port 80."')
  })

  it('does not judge by a quote that stands in no context, after asking again', async () => {
    const invented = { claims: [judged('c1', 'supported', 'waits 31 s')] }
    const { verdict, requests } = await judgeTimeout(
      'faithfulness',
      {},
      { replies: [waits, invented, invented] },
    )
    expect(requests).toHaveLength(3)
    expect(requests[2]?.messages.at(-1)?.content).toContain('the quote for c1 does not stand in a source')
    expect(verdict).toMatchObject({ outcome: 'not-judged' })
  })

  it('finds the words in another context than the named one', async () => {
    const given = { ...timeoutCase, contexts: [{ text: 'Nothing here.' }, { text: 'It waits 30 s.' }] }
    const replies = [waits, { claims: [judged('c1', 'supported', 'waits 30 s', 'p1')] }]
    expect((await judgeTimeout('faithfulness', {}, { replies, given })).verdict).toMatchObject({
      outcome: 'pass',
    })
  })

  it.each([
    ['left out', []],
    ['twice', [judged('c1', 'supported', 'waits 30 s'), judged('c1', 'unsupported')]],
  ])('is an error where a claim is %s', async (_, claims) => {
    const { verdict } = await judgeTimeout('faithfulness', {}, { replies: [waits, { claims }, { claims }] })
    expect(verdict).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-5010' } })
  })

  it('judges many claims in several calls, in order', async () => {
    const numbers = Array.from({ length: 27 }, (_, index) => index)
    const given = { ...timeoutCase, answer: numbers.map((each) => `Fact ${each} holds.`).join(' ') }
    const parts = split(
      ...numbers.map((each) => [`Fact ${each} holds`, `Fact ${each} holds.`] as [string, string]),
    )
    const entries = (from: number, to: number) => ({
      claims: numbers.slice(from, to).map((_, index) => judged(`c${index + 1}`, 'unsupported')),
    })
    const { verdict, requests } = await judgeTimeout(
      'faithfulness',
      {},
      { given, replies: [parts, entries(0, 25), entries(25, 27)] },
    )
    expect(requests).toHaveLength(3)
    expect(verdict?.spans).toHaveLength(27)
    expect(verdict?.score).toBe(0)
  })
})

describe('correctness', () => {
  const judge = { judge: 'rules' }
  it('uses the rules where no model is configured, and asks nobody', async () => {
    const { verdict } = await judgeTimeout('correctness', {}, { ports: { model: () => null } })
    expect(verdict).toMatchObject({ outcome: 'pass', score: 1 })
  })

  it('passes by any of several references', async () => {
    const given = { ...timeoutCase, reference: '60 s', references: ['30 s'] }
    expect((await judgeTimeout('correctness', judge, { given })).verdict).toMatchObject({ outcome: 'pass' })
  })

  it('does not judge what the rules cannot compare', async () => {
    const given = { ...timeoutCase, reference: 'Because the queue is drained before new work is taken.' }
    expect((await judgeTimeout('correctness', judge, { given })).verdict).toMatchObject({
      outcome: 'not-judged',
      score: null,
    })
  })

  it('splits a reference of several sentences into claims first', async () => {
    const claims = (second: object) => ({
      claims: [
        { claim: 'c1', reason: 'Given.', quote: '30 s', status: 'present' },
        { claim: 'c2', reason: 'Not named.', quote: '', status: 'missing', ...second },
      ],
      extra: [],
      hedged: false,
      declined: 'no',
      reason: 'One of two.',
      verdict: 'partially-correct',
    })
    const given = { ...timeoutCase, reference: 'It waits 30 s. It tries twice.' }
    const replies = [
      split(['It waits 30 s', 'It waits 30 s.'], ['It tries twice', 'It tries twice.']),
      claims({}),
    ]
    const { verdict } = await judgeTimeout('correctness', {}, { given, replies })
    expect(verdict).toMatchObject({ outcome: 'fail', score: 0.5, spans: [{ label: 'present' }] })
  })
})

describe('factual correctness', () => {
  const given = { ...timeoutCase, reference: 'It waits 30 s. It tries twice. It logs.' }
  const replies = [
    split(['waits 30 s', 'It waits 30 s.']),
    { claims: [judged('c1', 'supported', 'waits 30 s', 'reference')] },
    split(['waits 30 s', 'It waits 30 s.'], ['tries twice', 'It tries twice.'], ['It logs', 'It logs.']),
    {
      claims: [
        judged('c1', 'supported', 'waits 30 s', 'answer'),
        judged('c2', 'unsupported'),
        judged('c3', 'unsupported'),
      ],
    },
  ]
  it.each([
    [1, 0.5],
    [2, (5 * (1 / 3)) / (4 + 1 / 3)],
    [0.5, (1.25 * (1 / 3)) / (0.25 + 1 / 3)],
  ])('weighs recall by beta %d', async (beta, score) => {
    const { verdict } = await judgeTimeout('factual-correctness', { beta }, { given, replies })
    expect(verdict?.score).toBeCloseTo(score, 12)
    expect(verdict?.reason).toContain('precision 1 of 1, recall 1 of 3: missing "It tries twice."')
  })

  it('takes two calls for one of the modes', async () => {
    const { verdict, requests } = await judgeTimeout(
      'factual-correctness',
      { mode: 'recall' },
      { given, replies: replies.slice(2) },
    )
    expect(requests).toHaveLength(2)
    expect(verdict?.score).toBeCloseTo(1 / 3, 12)
  })

  it('scores an answer that claims nothing 0 without judging the reference', async () => {
    const { verdict, requests } = await judgeTimeout(
      'factual-correctness',
      {},
      { given, replies: [{ claims: [] }] },
    )
    expect(requests).toHaveLength(1)
    expect(verdict).toMatchObject({ outcome: 'fail', score: 0 })
  })
})

it('completeness does not judge by words that the question does not hold', async () => {
  const reply = { parts: [{ asked: 'its colour', reason: 'Not given.', quote: '', status: 'missing' }] }
  expect((await judgeTimeout('completeness', {}, { replies: [reply, reply] })).verdict).toMatchObject({
    outcome: 'not-judged',
  })
})

it('rules does not judge by a quote that the answer does not hold', async () => {
  const reply = { rules: [{ rule: 'r1', reason: 'Rude.', quote: 'you fool', status: 'broken' }] }
  const { verdict } = await judgeTimeout('rules', { rules: ['Be polite.'] }, { replies: [reply, reply] })
  expect(verdict).toMatchObject({ outcome: 'not-judged' })
})

it('rubric wants a level that exists', async () => {
  const levels = [1, 2].map((score) => ({ score, description: `level ${score}` }))
  const reply = { reason: 'Superb.', quote: '', level: 'l9' }
  const { verdict } = await judgeTimeout('rubric', { criterion: 'Tone', levels }, { replies: [reply, reply] })
  expect(verdict).toMatchObject({
    outcome: 'error',
    error: { code: 'ASSAY-5010', where: 'level: it must be one of l1, l2' },
  })
})

it('rubric refuses two levels of one score', () => {
  const levels = ['a', 'b'].map((description) => ({ score: 1, description }))
  expect(prepareChecks([{ check: 'rubric', parameters: { criterion: 'Tone', levels } }])).toMatchObject({
    ok: false,
    error: { code: 'ASSAY-7011', where: 'rubric.levels' },
  })
})

it('contradiction does not take a verdict without its words', async () => {
  const reply = { contradictions: [], verdict: 'contradicts' }
  expect((await judgeTimeout('contradiction', {}, { replies: [reply, reply] })).verdict).toMatchObject({
    outcome: 'error',
  })
})
