import type { CheckCase } from '@assay/contracts'
import { createCheckPorts } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import type { UserCodeRequest } from '../../ports/user-code.ts'
import { ok } from '../../result.ts'
import { prepareChecks } from '../prepare-checks.ts'
import { traceTexts } from './trace-texts.ts'

function prepare(check: string, parameters: object = {}) {
  const prepared = prepareChecks([{ check, parameters: { ...parameters } }])
  const [first] = prepared.ok ? prepared.value : []
  if (first === undefined) throw new Error(JSON.stringify(prepared))
  return first
}

const judge = (check: string, checkCase: CheckCase, replies: readonly unknown[], parameters: object = {}) =>
  prepare(check, parameters).run(checkCase, createCheckPorts(replies))

const booked: CheckCase = {
  history: [{ role: 'user', content: 'Hello' }],
  input: 'Book a table for two.',
  toolCalls: [
    { name: 'search', arguments: { city: 'Oslo' }, result: ['Bar', 'Café'] },
    { name: 'book', arguments: '{"at":"Bar"}' },
  ],
  answer: 'Booked at Bar.',
}

it('shows what happened in order, each with its label', () => {
  expect(traceTexts(booked)).toEqual([
    { label: 'user-1', text: 'Hello' },
    { label: 'request', text: 'Book a table for two.' },
    { label: 'call-1', text: 'search {"city":"Oslo"}\nresult: ["Bar","Café"]' },
    { label: 'call-2', text: 'book {"at":"Bar"}\nno result is known' },
    { label: 'answer', text: 'Booked at Bar.' },
  ])
  const long = traceTexts({ toolCalls: [{ name: 'read', arguments: {}, result: 'x'.repeat(9000) }] })
  expect(long[0]?.text).toHaveLength('read {}\nresult: '.length + 4000 + 2)
})

describe('goal reached', () => {
  const reply = (verdict: string, ...evidence: readonly (readonly [string, string])[]) => ({
    reason: 'Read.',
    evidence: evidence.map(([label, quote]) => ({ label, quote })),
    verdict,
  })

  it.each([
    ['reached', 'pass', 1],
    ['partly', 'fail', 0.5],
    ['not-reached', 'fail', 0],
  ])('%s is %s', async (verdict, outcome, score) => {
    const replies = [reply(verdict, ['answer', 'Booked at Bar'], ['call-2', 'book'])]
    expect(await judge('goal-reached', booked, replies)).toMatchObject({
      outcome,
      score,
      spans: [{ at: '$.answer', start: 0, end: 13 }],
    })
  })

  it('asks again for words that stand elsewhere or for none, and does not judge if they stay', async () => {
    for (const wrong of [reply('reached', ['call-2', 'Café']), reply('reached')]) {
      expect(
        await judge('goal-reached', booked, [wrong, reply('reached', ['call-1', 'Café'])]),
      ).toMatchObject({
        outcome: 'pass',
      })
      expect(await judge('goal-reached', booked, [wrong, wrong])).toMatchObject({ outcome: 'not-judged' })
    }
  })

  it('needs no words for nothing', async () => {
    expect(await judge('goal-reached', booked, [reply('not-reached')])).toMatchObject({
      outcome: 'fail',
      score: 0,
    })
  })

  it('shows the goal of the parameters, else the task, else the input', async () => {
    const shown: string[] = []
    const model = {
      id: 'noting',
      call: async (request: { readonly messages: readonly { readonly content: string }[] }) => {
        shown.push(request.messages.at(-1)?.content ?? '')
        const text = JSON.stringify(reply('cannot-tell'))
        return ok({
          text,
          finishReason: 'stop',
          usage: { input: 1, output: 1 },
          returnedModel: null,
          latencyMs: 1,
        } as const)
      },
    }
    const ports = { ...createCheckPorts(), model: () => model }
    await prepare('goal-reached', { goal: 'Dinner' }).run({ ...booked, task: 'Lunch' }, ports)
    await prepare('goal-reached').run({ ...booked, task: 'Lunch' }, ports)
    await prepare('goal-reached').run(booked, ports)
    expect(shown.map((text) => /goal>\n(.*)\n/.exec(text)?.[1])).toEqual([
      'Dinner',
      'Lunch',
      'Book a table for two.',
    ])
  })
})

describe('plan adherence', () => {
  const step = (number: number, verdict: string, label = '', quote = '') => ({
    step: `s${number}`,
    reason: 'Read.',
    label,
    quote,
    verdict,
  })
  const plan = ['Search', 'Choose', 'Book']
  const search = step(1, 'done', 'call-1', 'search')
  const book = step(3, 'done', 'call-2', 'book')

  it('counts steps in the order of the plan, or in any', async () => {
    const swapped = [
      {
        steps: [step(1, 'done', 'call-2', 'book'), step(2, 'not-done'), step(3, 'done', 'call-1', 'search')],
      },
    ]
    const verdict = await judge('plan-adherence', booked, swapped, { plan })
    expect(verdict.score).toBeCloseTo(1 / 3, 12)
    expect(verdict.reason).toContain('2 of 3 steps were done; 1 in the order of the plan; left out: "Choose"')
    const any = await judge('plan-adherence', booked, swapped, { plan, ordered: false })
    expect(any.score).toBeCloseTo(2 / 3, 12)
  })

  it('lets one call do two steps', async () => {
    const replies = [{ steps: [search, step(2, 'done', 'call-2', '"at":"Bar"'), book] }]
    expect(await judge('plan-adherence', booked, replies, { plan })).toMatchObject({
      outcome: 'pass',
      score: 1,
    })
  })

  it('does not judge what the model cannot show', async () => {
    const invented = { steps: [search, step(2, 'done', 'call-1', 'chosen'), book] }
    expect(await judge('plan-adherence', booked, [invented, invented], { plan })).toMatchObject({
      outcome: 'not-judged',
      reason: 'the model cannot show whether this was done: "Choose"',
    })
  })

  it.each([7, [], [1, null], '', { a: 1 }])('takes %j for no plan', async (written) => {
    expect(await judge('plan-adherence', { ...booked, plan: written }, [])).toMatchObject({
      outcome: 'not-applicable',
    })
  })
})

describe('end state', () => {
  it.each([
    [{ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] } }, {}, { outcome: 'pass', score: 1 }],
    [{ a: 1 }, { a: 2, b: 3 }, {}, { outcome: 'fail', score: 0, reason: '$.a is different; $.b is missing' }],
    [{ a: 1.05, t: 9 }, { a: 1, t: 8 }, { tolerance: 0.1, ignore: ['$.t'] }, { outcome: 'pass' }],
    [{ a: 1, b: 2 }, { a: 1 }, { match: 'exact' }, { outcome: 'fail', reason: '$.b is extra' }],
    [{ a: 1, '*': 2 }, { a: 2 }, {}, { outcome: 'fail', score: 0, reason: '$.a is different' }],
    [null, null, {}, { outcome: 'pass' }],
    [undefined, { a: 1 }, {}, { outcome: 'fail', score: 0 }],
  ])('%j against %j with %j', async (state, expected, options, verdict) => {
    const parameters = { state: 'shop.ts:order', expected, ...options }
    expect(await judge('end-state', { answer: 'Done.' }, [state], parameters)).toMatchObject(verdict)
  })

  it('hands on the case and its limits', async () => {
    const asked: UserCodeRequest[] = []
    const userCode = {
      call: async (request: UserCodeRequest) => {
        asked.push(request)
        return ok(true)
      },
    }
    const parameters = {
      state: 'https://shop.test/state',
      headers: { a: 'b' },
      timeoutMs: 50,
      parameters: { x: 1 },
    }
    await prepare('end-state', parameters).run({ answer: 'Done.' }, { ...createCheckPorts(), userCode })
    expect(asked).toEqual([
      {
        where: 'https://shop.test/state',
        headers: { a: 'b' },
        timeoutMs: 50,
        memoryMb: 512,
        input: { case: { answer: 'Done.' }, text: 'Done.', value: 'Done.', parameters: { x: 1 } },
      },
    ])
  })

  it.each([{ state: 'shop.rb:order' }, { state: 'ftp://shop.test' }, { state: 'shop.ts' }, {}])(
    'refuses %j',
    (wrong) => {
      expect(prepareChecks([{ check: 'end-state', parameters: wrong }])).toMatchObject({
        error: { code: 'ASSAY-7011' },
      })
    },
  )
})
