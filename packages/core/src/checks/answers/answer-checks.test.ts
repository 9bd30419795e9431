import { createCheckPorts } from '@assay/testkit'
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

describe('citation accuracy', () => {
  const contexts = [
    { text: 'The server waits 30 s.', source: 'limits.md' },
    { text: 'It listens on port 80.', source: 'network.md' },
  ]
  const given = (answer: string) => ({ id: 'a', answer, contexts })
  const noModel = { ports: { model: () => null } }

  it('looks at what can be decided where no model is configured', async () => {
    const { verdict } = await judgeTimeout(
      'citation-accuracy',
      {},
      { ...noModel, given: given('It waits [1]. It hums [3].') },
    )
    expect(verdict).toMatchObject({
      outcome: 'fail',
      score: 0.5,
      reason: '1 of 2 citations right; wrong: "[3]" no such source; at least 1 is asked',
      spans: [{ label: 'found' }, { label: 'no-such-source' }],
    })
  })

  it.each([
    ['“the server waits 30 s” (limits.md)', ['found', 'found']],
    ['“the server waits 30 s” (network.md)', ['wrong-source', 'found']],
    ['“the server waits 31 s” (limits.md)', ['not-found', 'found']],
    ['“the server … 30 s”', ['found']],
    ['“the server … port 80”', ['not-found']],
  ])('%s', async (answer, labels) => {
    const { verdict } = await judgeTimeout('citation-accuracy', {}, { ...noModel, given: given(answer) })
    expect(verdict?.spans.map(({ label }) => label)).toEqual(labels)
  })

  it("does not hold the user's own words against the answer", async () => {
    const own = { ...given('You ask “why does it not start”.'), input: 'Why does it not start?' }
    expect((await judgeTimeout('citation-accuracy', {}, { ...noModel, given: own })).verdict).toMatchObject({
      outcome: 'not-applicable',
    })
  })

  it('asks once for a sentence with several markers, with only what it cites', async () => {
    const reply = {
      sentences: [{ sentence: 's1', reason: 'Read.', quote: 'waits 30 s', status: 'supported' }],
    }
    const { verdict, requests } = await judgeTimeout(
      'citation-accuracy',
      {},
      { given: given('It waits 30 s [1] (limits.md). Hm [8].'), replies: [reply] },
    )
    expect(requests).toHaveLength(1)
    expect(requests[0]?.messages.at(-1)?.content).not.toContain('port 80')
    expect(verdict?.spans.map(({ label }) => label)).toEqual(['supported', 'supported', 'no-such-source'])
  })

  it('does not judge by words of a passage that is not cited', async () => {
    const reply = {
      sentences: [{ sentence: 's1', reason: 'Read.', quote: 'listens on port 80', status: 'supported' }],
    }
    const { verdict } = await judgeTimeout(
      'citation-accuracy',
      {},
      { given: given('It waits 30 s [1].'), replies: [reply, reply] },
    )
    expect(verdict).toMatchObject({ outcome: 'not-judged' })
  })

  it('asks nobody when told so', async () => {
    const { requests } = await judgeTimeout(
      'citation-accuracy',
      { support: false },
      { given: given('It waits 30 s [1].') },
    )
    expect(requests).toEqual([])
  })
})

describe('summarisation', () => {
  it('does not judge by key points that stand nowhere in the text', async () => {
    const points = { points: [{ quote: 'costs 5 EUR', point: 'It costs 5 EUR.' }] }
    const { verdict } = await judgeTimeout(
      'summarisation',
      { mode: 'coverage' },
      { replies: [points, points] },
    )
    expect(verdict).toMatchObject({ outcome: 'not-judged' })
  })

  it('takes the lower of alignment and coverage', async () => {
    const replies = [
      split(['waits 30 s', 'It waits 30 s.']),
      { claims: [judged('c1', 'contradicted', 'waits 30 s', 'document')] },
      { points: [{ quote: 'waits 30 s', point: 'It waits 30 s.' }] },
      { claims: [judged('c1', 'supported', 'waits 30 s', 'summary')] },
    ]
    const { verdict } = await judgeTimeout('summarisation', {}, { replies })
    expect(verdict).toMatchObject({ outcome: 'fail', score: 0, spans: [{ label: 'contradicted' }] })
    expect(verdict?.reason).toContain('alignment 0 of 1, coverage 1 of 1')
  })
})

describe('g-eval', () => {
  const score = (value: number) => ({ reason: `Worth ${value}.`, score: value })
  const parameters = { criteria: 'It is clear.', steps: ['Read it.'] }

  it('draws samples as calls of their own at temperature 1 and averages them', async () => {
    const { verdict, requests } = await judgeTimeout('g-eval', parameters, {
      replies: [score(2), score(5), score(2)],
    })
    expect(requests.map(({ temperature, repeatIndex }) => [temperature, repeatIndex])).toEqual([
      [1, undefined],
      [1, 2],
      [1, 4],
    ])
    expect(verdict).toMatchObject({ outcome: 'pass', score: 0.5 })
    expect(verdict?.reason).toContain('3 on 1 to 5, mean of 2, 5, 2: Worth 2.')
  })

  it('makes its steps once for all cases', async () => {
    const replies = [{ steps: ['Look.'] }, score(5), score(4)]
    const ports = createCheckPorts(replies)
    const prepared = prepareChecks([
      { check: 'g-eval', parameters: { criteria: 'It is clear.', samples: 1 } },
    ])
    const [check] = prepared.ok ? prepared.value : []
    expect(await check?.run(timeoutCase, ports)).toMatchObject({ score: 1 })
    expect(await check?.run(timeoutCase, ports)).toMatchObject({ score: 0.75 })
  })

  it('tries its steps again with the next case when they could not be made', async () => {
    const ports = createCheckPorts(['', '', { steps: ['Look.'] }, score(5)])
    const prepared = prepareChecks([
      { check: 'g-eval', parameters: { criteria: 'It is clear.', samples: 1 } },
    ])
    const [check] = prepared.ok ? prepared.value : []
    expect(await check?.run(timeoutCase, ports)).toMatchObject({ outcome: 'error' })
    expect(await check?.run(timeoutCase, ports)).toMatchObject({ outcome: 'pass' })
  })

  it.each([0, 6, 2.5])('takes no score of %d', async (value) => {
    const { verdict } = await judgeTimeout(
      'g-eval',
      { ...parameters, samples: 1 },
      { replies: [score(value), score(value)] },
    )
    expect(verdict).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-5010' } })
  })
})

describe('pairwise', () => {
  const parameters = { toPath: '$.reference' }
  const better = (label: string) => ({ reason: 'It is.', better: label })

  it('shows the two answers in both orders', async () => {
    const { requests } = await judgeTimeout('pairwise', parameters, {
      replies: [better('tie'), better('tie')],
    })
    const orders = requests.map(({ messages }) => {
      const text = messages.at(-1)?.content ?? ''
      return text.indexOf('It waits 30 s [1].') < text.indexOf(' second>')
    })
    expect(orders).toEqual([true, false])
  })

  it.each([
    ['first', 'second', 1, 'better in both orders'],
    ['second', 'first', 0, 'worse in both orders'],
    ['tie', 'tie', 0.5, 'a tie in both orders'],
    ['first', 'first', 0.5, 'the two orders disagree: shown first it is better, shown second worse'],
    ['first', 'tie', 0.5, 'the two orders disagree: shown first it is better, shown second as good'],
  ])('%s, then %s: %d', async (there, back, score, reason) => {
    const { verdict } = await judgeTimeout('pairwise', parameters, { replies: [better(there), better(back)] })
    expect(verdict?.score).toBe(score)
    expect(verdict?.reason).toContain(reason)
  })

  it('asks nobody about two equal answers', async () => {
    const { verdict, requests } = await judgeTimeout('pairwise', { toPath: '$.answer' })
    expect(requests).toEqual([])
    expect(verdict).toMatchObject({ score: 0.5 })
  })

  it('refuses a path that cannot be read', () => {
    expect(
      prepareChecks([{ check: 'pairwise', parameters: { toPath: '$.answers[?(@.text ==)]' } }]),
    ).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-7015' },
    })
  })
})
