import type { CheckOutcome, CheckUse } from '@assay/contracts'
import { createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import { prepareChecks } from '../prepare-checks.ts'

/** A check with a given outcome, made of users' code. */
const giving = (outcome: CheckOutcome): CheckUse =>
  outcome === 'not-applicable'
    ? { check: 'contains', on: '$.nowhere', parameters: { phrases: 'a' } }
    : { check: 'function', name: outcome, parameters: { function: `${outcome}.ts:check` } }

const ports = {
  ...createCheckPorts(),
  userCode: {
    call: async ({ where }: { readonly where: string }) => {
      if (where.startsWith('error')) return fail(createError('ASSAY-7013', { message: 'it broke' }))
      return ok(
        where.startsWith('not-judged')
          ? { outcome: 'not-judged', reason: 'unsure' }
          : where.startsWith('pass'),
      )
    },
  },
}

async function judge(check: string, outcomes: readonly CheckOutcome[], more: object = {}) {
  const prepared = prepareChecks([{ check, parameters: { checks: outcomes.map(giving), ...more } }])
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
  return prepared.value[0]?.run({ answer: 'a' }, ports)
}

describe.each<[string, readonly CheckOutcome[], CheckOutcome]>([
  ['all-of', ['pass', 'pass'], 'pass'],
  ['all-of', ['pass', 'fail', 'error'], 'fail'],
  ['all-of', ['pass', 'error'], 'error'],
  ['all-of', ['not-judged', 'error'], 'error'],
  ['all-of', ['pass', 'not-judged'], 'not-judged'],
  ['all-of', ['pass', 'not-applicable'], 'pass'],
  ['all-of', ['not-applicable', 'not-applicable'], 'not-applicable'],
  ['any-of', ['fail', 'error', 'pass'], 'pass'],
  ['any-of', ['fail', 'error'], 'error'],
  ['any-of', ['fail', 'not-judged'], 'not-judged'],
  ['any-of', ['fail', 'not-applicable'], 'fail'],
  ['any-of', ['not-applicable'], 'not-applicable'],
  ['weighted', ['pass', 'fail'], 'pass'],
  ['weighted', ['pass', 'fail', 'fail'], 'fail'],
  ['weighted', ['pass', 'error'], 'error'],
  ['weighted', ['pass', 'not-judged'], 'not-judged'],
  ['weighted', ['fail', 'not-applicable'], 'fail'],
  ['weighted', ['not-applicable'], 'not-applicable'],
])('%s of %j', (check, outcomes, expected) => {
  it(`is ${expected}`, async () => {
    expect(await judge(check, outcomes)).toMatchObject({ outcome: expected })
  })
})

describe('k of n', () => {
  it('decides as soon as what is open cannot change it', async () => {
    const outcome = fc.constantFrom<CheckOutcome>('pass', 'fail', 'error', 'not-judged')
    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        async (outcomes, above) => {
          const k = Math.min(above + 1, outcomes.length)
          const open = outcomes.filter((each) => each !== 'pass' && each !== 'fail').length
          const passed = outcomes.filter((each) => each === 'pass').length
          const verdict = await judge('k-of-n', outcomes, { k })
          if (passed >= k) expect(verdict?.outcome).toBe('pass')
          else if (passed + open < k) expect(verdict?.outcome).toBe('fail')
          else expect(verdict?.outcome).toBe(outcomes.includes('error') ? 'error' : 'not-judged')
        },
      ),
    )
  })

  it('does not apply where fewer than k do', async () => {
    expect(await judge('k-of-n', ['pass', 'not-applicable'], { k: 2 })).toMatchObject({
      outcome: 'not-applicable',
      reason: '1 of 2 checks apply; 2 must pass',
    })
  })

  it('refuses more than there are', () => {
    const parameters = { k: 3, checks: [giving('pass'), { ...giving('pass'), required: false }] }
    expect(prepareChecks([{ check: 'k-of-n', parameters }])).toMatchObject({
      error: { code: 'ASSAY-7011', where: 'k-of-n.k' },
    })
  })
})

it('names what failed, and numbers checks of one name', async () => {
  const checks = [
    { check: 'contains', parameters: { phrases: 'a' } },
    { check: 'contains', parameters: { phrases: 'b' } },
  ]
  const [check] = unwrap([{ check: 'all-of', parameters: { checks } }])
  expect(await check?.run({ answer: 'a' }, ports)).toMatchObject({
    reason: '1 of 2 pass; fails: contains 2 (missing: "b")',
  })
})

it('turns a score round where low is good', async () => {
  const not = { check: 'contains', not: true, parameters: { phrases: ['a', 'b'] } }
  const [check] = unwrap([{ check: 'weighted', parameters: { checks: [not] } }])
  expect(await check?.run({ answer: 'c' }, ports)).toMatchObject({ outcome: 'pass', score: 1 })
})

it('hands the part it reads to its checks', async () => {
  const checks = [{ check: 'contains', parameters: { phrases: 'search' } }]
  const [check] = unwrap([{ check: 'all-of', on: '$.metadata.topic', parameters: { checks } }])
  expect(await check?.run({ answer: 'x', metadata: { topic: 'search' } }, ports)).toMatchObject({
    outcome: 'pass',
  })
})

it('passes where the tests of a case without answer do', async () => {
  const checks = [{ check: 'contains', on: '$.metadata.topic', parameters: { phrases: 'search' } }]
  const [check] = unwrap([{ check: 'any-of', parameters: { checks } }])
  expect(await check?.run({ metadata: { topic: 'search' } }, ports)).toMatchObject({ outcome: 'pass' })
})

it('refuses a list in which nothing decides', () => {
  const checks = [{ ...giving('pass'), weight: 0 }]
  expect(prepareChecks([{ check: 'all-of', parameters: { checks } }])).toMatchObject({
    error: { code: 'ASSAY-7011', where: 'all-of.checks' },
  })
})

describe('sets and templates', () => {
  const set = (name: string): CheckUse => ({ check: 'set', parameters: { set: name } })
  const all = (use: CheckUse): CheckUse => ({ check: 'all-of', parameters: { checks: [use] } })
  const contains = { check: 'contains', parameters: { phrases: 'a' } }

  it.each([
    ['a set in itself', { sets: { a: [set('a')] }, templates: {} }, 'set a → set a'],
    [
      'two sets in each other',
      { sets: { a: [all(set('b'))], b: [set('a')] }, templates: {} },
      'set a → set b → set a',
    ],
    [
      'a set through a template',
      { sets: { a: [{ template: 't' }] }, templates: { t: all(set('a')) } },
      'set a → template t → set a',
    ],
    [
      'a template of itself',
      { sets: { a: [{ template: 't' }] }, templates: { t: { template: 't' } } },
      'template t → template t',
    ],
  ])('refuse %s', (_, named, where) => {
    expect(prepareChecks([set('a')], named)).toMatchObject({ error: { code: 'ASSAY-7011', where } })
  })

  it('may be used twice side by side, and deep', async () => {
    const named = { sets: { a: [contains], b: [set('a'), all(set('a'))] }, templates: {} }
    const [check] = unwrap([set('b'), set('a')], named)
    expect(await check?.run({ answer: 'a' }, ports)).toMatchObject({ outcome: 'pass' })
  })

  it('build a template on another', async () => {
    const templates = { base: contains, named: { template: 'base', name: 'holds a' } }
    const [check] = unwrap([{ template: 'named', not: true }], { templates })
    expect(check?.name).toBe('holds a')
    expect(await check?.run({ answer: 'b' }, ports)).toMatchObject({ outcome: 'pass' })
  })

  it('name the nearest one when there is none of the name', () => {
    expect(prepareChecks([set('limit')], { sets: { limits: [contains] } })).toMatchObject({
      error: { code: 'ASSAY-7011', fix: 'did you mean limits?' },
    })
    expect(prepareChecks([set('toString')], { sets: {} })).toMatchObject({ error: { code: 'ASSAY-7011' } })
    expect(prepareChecks([set('empty')], { sets: { empty: [] } })).toMatchObject({
      error: { code: 'ASSAY-7011' },
    })
  })
})

function unwrap(...given: Parameters<typeof prepareChecks>) {
  const prepared = prepareChecks(...given)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
  return prepared.value
}
