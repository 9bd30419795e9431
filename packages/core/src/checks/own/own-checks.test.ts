import { createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createError } from '../../errors/create-error.ts'
import type { UserCodeRequest } from '../../ports/user-code.ts'
import { fail, ok } from '../../result.ts'
import { prepareChecks } from '../prepare-checks.ts'

const parameters = { function: 'checks.ts:check', parameters: { max: 3 } }

async function judge(reply: unknown, use: object = {}) {
  const prepared = prepareChecks([{ check: 'function', parameters, ...use }])
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
  return prepared.value[0]?.run({ id: 'c', answer: 'abc' }, createCheckPorts([reply]))
}

describe('what your code answers', () => {
  it.each([
    [true, { outcome: 'pass', score: 1 }],
    [false, { outcome: 'fail', score: 0 }],
    [0, { outcome: 'fail', score: 0 }],
    [0.2, { outcome: 'pass', score: 0.2 }],
    [{ score: 0 }, { outcome: 'fail', score: 0 }],
    [
      { pass: true, score: 0.1, reason: 'why' },
      { outcome: 'pass', score: 0.1, reason: 'why' },
    ],
    [
      { pass: false, spans: [{ start: 0, end: 3, label: 'x' }] },
      { outcome: 'fail', spans: [{ end: 3 }] },
    ],
    [
      { outcome: 'not-judged', reason: 'unsure' },
      { outcome: 'not-judged', reason: 'unsure' },
    ],
    [{ outcome: 'not-applicable' }, { outcome: 'not-applicable' }],
  ])('%j is read', async (reply, verdict) => {
    expect(await judge(reply)).toMatchObject(verdict)
  })

  it.each([
    null,
    'true',
    [],
    {},
    { pass: 'yes' },
    { spans: [] },
    { pass: true, spans: [{ start: 0, end: 4 }] },
  ])('%j is an error that shows it', async (reply) => {
    expect(await judge(reply)).toMatchObject({
      outcome: 'error',
      error: {
        code: 'ASSAY-7013',
        where: 'checks.ts:check',
        message: `Your code answered ${JSON.stringify(reply)}`,
      },
    })
  })

  it('never gives anything but a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (reply) => {
        const verdict = await judge(reply)
        expect(verdict?.score ?? 0).not.toBeNaN()
      }),
    )
  })

  it('is held against the threshold', async () => {
    expect(await judge(0.4, { threshold: 0.5 })).toMatchObject({ outcome: 'fail' })
  })
})

it('hands on the case, the part and the parameters', async () => {
  const asked: UserCodeRequest[] = []
  const userCode = {
    call: async (request: UserCodeRequest) => {
      asked.push(request)
      return ok(true)
    },
  }
  const prepared = prepareChecks([{ check: 'function', on: '$.metadata.tags', parameters }])
  const [check] = prepared.ok ? prepared.value : []
  await check?.run({ answer: 'abc', metadata: { tags: ['x'] } }, { ...createCheckPorts(), userCode })
  expect(asked).toEqual([
    {
      where: 'checks.ts:check',
      timeoutMs: 10_000,
      memoryMb: 512,
      input: {
        case: { answer: 'abc', metadata: { tags: ['x'] } },
        text: '["x"]',
        value: ['x'],
        parameters: { max: 3 },
      },
    },
  ])
})

it('is an error where no code can be run, and where it breaks', async () => {
  const prepared = prepareChecks([{ check: 'function', parameters }])
  const [check] = prepared.ok ? prepared.value : []
  const broken = { call: async () => fail(createError('ASSAY-7013')) }
  const ports = createCheckPorts()
  const run = (userCode: typeof broken | null) => check?.run({ answer: 'a' }, { ...ports, userCode })
  expect(await run(null)).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-7014' } })
  expect(await run(broken)).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-7013' } })
})

it.each([
  ['function', { function: 'checks.ts' }],
  ['function', { function: 'checks.rb:check' }],
  ['function', { function: ':check' }],
  ['function', { function: 'checks.ts:check', timeoutMs: 0 }],
  ['webhook', { url: 'file:///etc/passwd' }],
  ['webhook', { url: 'example.org' }],
])('%s refuses %j', (check, wrong) => {
  expect(prepareChecks([{ check, parameters: wrong }])).toMatchObject({ error: { code: 'ASSAY-7011' } })
})
