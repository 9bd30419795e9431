import type { CheckCase } from '@assay/contracts'
import { runScriptedCheck, type ScriptedCheck } from '@assay/testkit'
import { describe, expect, it } from 'vitest'

const given: CheckCase = {
  id: 'a',
  history: [
    { role: 'system', content: 'You are a clerk.' },
    { role: 'user', content: 'My order 4711 is late.' },
    { role: 'assistant', content: 'It arrives on Monday.' },
  ],
  input: 'Which day?',
  answer: 'On Tuesday. What is the number?',
}

const run = (check: string, replies: readonly unknown[], rest: Partial<ScriptedCheck> = {}) =>
  runScriptedCheck({ check, given, replies, ...rest })

const entry = (
  turn: string,
  status: string,
  words: Partial<Record<'quote' | 'earlier' | 'earlierQuote', string>> = {},
) => ({
  turn,
  reason: 'Read.',
  earlier: '',
  earlierQuote: '',
  quote: '',
  ...words,
  status,
})
const contradiction = entry('m5-assistant', 'contradicts', {
  quote: 'On Tuesday',
  earlier: 'm3-assistant',
  earlierQuote: 'on Monday',
})

describe('a conversation', () => {
  it('is shown in order, each message with its role, and only messages of the assistant are judged', async () => {
    const { requests } = await run('turn-relevance', [''])
    const text = requests[0]?.messages.at(-1)?.content ?? ''
    expect([...text.matchAll(/<data-\w+ ([\w-]+)>/g)].map((match) => match[1])).toEqual([
      'm1-system',
      'm2-user',
      'm3-assistant',
      'm4-user',
      'm5-assistant',
    ])
    expect(text).toContain('Judge these messages of the assistant: m3-assistant, m5-assistant\n')
  })

  it('is judged by its last message alone where its history was written for the test', async () => {
    const reply = {
      turns: [{ turn: 'm5-assistant', reason: 'Read.', quote: 'On Tuesday', status: 'relevant' }],
    }
    const { verdict } = await run('turn-relevance', [reply], { parameters: { turns: 'last' } })
    expect(verdict).toMatchObject({ outcome: 'pass', score: 1 })
  })

  it('can be a history without an answer', async () => {
    const { history = [] } = given
    const reply = {
      turns: [{ turn: 'm3-assistant', reason: 'Off.', quote: 'on Monday', status: 'irrelevant' }],
    }
    const { verdict } = await run('turn-relevance', [reply], { given: { history } })
    expect(verdict).toMatchObject({
      outcome: 'fail',
      score: 0,
      spans: [{ at: '$.history[2].content', start: 11, end: 20 }],
    })
  })

  it('is not applicable where there is no history', async () => {
    const { verdict } = await run('turn-relevance', [], { given: { answer: 'Hello.' } })
    expect(verdict).toMatchObject({ outcome: 'not-applicable' })
  })

  it('is judged in several calls when it is long', async () => {
    const history = Array.from({ length: 27 }, (_, index) => [
      { role: 'user' as const, content: `Question ${index}` },
      { role: 'assistant' as const, content: `Answer ${index}` },
    ]).flat()
    const entries = (from: number, to: number) => ({
      turns: Array.from({ length: to - from }, (_, index) => ({
        turn: `m${2 * (from + index) + 2}-assistant`,
        reason: 'Read.',
        quote: '',
        status: 'relevant',
      })),
    })
    const { verdict, requests } = await run('turn-relevance', [entries(0, 25), entries(25, 27)], {
      given: { history },
    })
    expect(requests).toHaveLength(2)
    expect(verdict).toMatchObject({ outcome: 'pass', score: 1 })
  })
})

describe('turn consistency', () => {
  it('shows a contradiction in both messages', async () => {
    const { verdict } = await run('turn-consistency', [{ turns: [contradiction] }])
    expect(verdict).toMatchObject({
      outcome: 'fail',
      score: 0,
      spans: [
        { start: 0, end: 10, label: 'contradicts', evidence: 'on Monday' },
        { at: '$.history[2].content', start: 11, end: 20, label: 'earlier' },
      ],
    })
    expect(verdict.reason).toContain('0 of 1 messages hold; m5-assistant contradicts (Read.)')
  })

  it.each([
    ['words that stand nowhere', { quote: 'On Friday' }],
    ['earlier words that stand nowhere', { earlierQuote: 'on Friday' }],
    ['a message of the user', { earlier: 'm2-user', earlierQuote: 'is late' }],
    ['itself', { earlier: 'm5-assistant', earlierQuote: 'On Tuesday' }],
    ['no message', { earlier: '' }],
  ])('does not judge by %s, after asking again', async (_, wrong) => {
    const reply = { turns: [{ ...contradiction, ...wrong }] }
    const { verdict, requests } = await run('turn-consistency', [reply, reply])
    expect(requests).toHaveLength(2)
    expect(requests[1]?.messages.at(-1)?.content).toContain('the words for m5-assistant do not stand')
    expect(verdict).toMatchObject({ outcome: 'not-judged', score: null })
  })

  it('is an error where a message has no entry', async () => {
    const { verdict } = await run('turn-consistency', [{ turns: [] }, { turns: [] }])
    expect(verdict).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-5010' } })
  })

  it('has nothing to say of a first message', async () => {
    const history = [{ role: 'user' as const, content: 'Hello.' }]
    const { verdict, requests } = await run('turn-consistency', [], { given: { history, answer: 'Hello.' } })
    expect(requests).toEqual([])
    expect(verdict).toMatchObject({ outcome: 'not-applicable' })
  })
})

it('knowledge retention holds a message against what the user said, not the assistant', async () => {
  const forgets = entry('m5-assistant', 'forgets', {
    quote: 'What is the number?',
    earlier: 'm2-user',
    earlierQuote: 'My order 4711',
  })
  const reply = { turns: [entry('m3-assistant', 'retains'), forgets] }
  const { verdict } = await run('knowledge-retention', [reply])
  expect(verdict).toMatchObject({
    outcome: 'fail',
    score: 0.5,
    spans: [{ evidence: 'My order 4711' }, { at: '$.history[1].content' }],
  })
})

it('role adherence shows the role as it was written, outside of the fences', async () => {
  const { requests } = await run('role-adherence', [''], { parameters: { role: 'A formal clerk.' } })
  expect(requests[0]?.messages.at(-1)?.content).toContain('The role: A formal clerk.\n')
})
