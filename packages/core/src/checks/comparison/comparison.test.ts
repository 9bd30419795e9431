import type { CheckCase, CheckUse } from '@assay/contracts'
import { createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { decideComparison, type Comparison } from './decide-comparison.ts'
import { diffJson } from './diff-json.ts'

const by = (operator: Comparison['operator'], more: Partial<Comparison> = {}): Comparison => ({
  operator,
  tolerance: 0,
  relativeTolerance: 0,
  ...more,
})
const plain = { ignore: [], ignoreOrder: false, tolerance: 0 }

describe('a comparison', () => {
  it.each<[unknown, unknown, Comparison, boolean | null]>([
    ['1,234.5', 1234.5, by('equals'), true],
    ['72 %', 70, by('greater'), true],
    ['1e3', 1000, by('equals'), true],
    [101, 100, by('equals', { relativeTolerance: 0.01 }), true],
    [102, 100, by('equals', { relativeTolerance: 0.01 }), false],
    ['5 to 7', 6, by('less', { as: 'number' }), null],
    ['2024-05-01', '12 May 2024', by('less'), true],
    ['3/4/2024', '2024-05-01', by('less', { as: 'date' }), null],
    ['2024-05-01T10:00:00Z', '2024-05-01T12:30:00+02:00', by('less', { as: 'date' }), true],
    ['a', 'b', by('not-equals'), true],
    [null, 'b', by('equals'), null],
    [null, null, by('equals'), true],
    ['3 cats', '3 dogs', by('equals'), false],
    ['3 cats', '2 cats', by('greater'), true],
    ['€1,250', '€900', by('greater'), true],
    ['1,250 EUR', '1000 USD', by('greater'), null],
    ['v1.10', 'v1.9', by('greater'), null],
    ['apple', 'banana', by('less'), true],
    ['yes', 3, by('greater'), null],
    ['yes', 3, by('equals'), null],
    ['1.234,5', 1234.5, by('equals'), true],
    ['1e999', 1, by('greater'), null],
    ['2023-02-30', '2023-03-02', by('equals', { as: 'date' }), null],
    ['2023-02-30T10:00:00Z', '2023-03-02', by('less', { as: 'date' }), null],
    ['2024-05-01 10:00', '2024-05-01 18:00', by('equals', { as: 'date' }), null],
    ['Meeting on 12 May 2024', 'Party on 12 May 2024', by('equals'), false],
    [true, true, by('equals'), true],
    [true, 3, by('equals'), false],
    [true, false, by('greater'), null],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, by('equals'), true],
    [5, [5, 7], by('between'), true],
    [7.1, [5, 7], by('between'), false],
    [7.1, [5, 7], by('between', { tolerance: 0.2 }), true],
    ['12 May 2024', ['2024-05-01', '2024-06-01'], by('between', { as: 'date' }), true],
    [5, 7, by('between'), null],
  ])('of %j with %j by %j: %j', (left, right, comparison, holds) => {
    expect(decideComparison(left, right, comparison)).toBe(holds)
  })
})

test.each([
  ['compare', {}],
  ['compare', { to: 1, toPath: '$.reference' }],
  ['compare', { to: 1, operator: 'about' }],
  ['compare', { to: 1, operator: 'between' }],
  ['compare', { to: [7, 5], operator: 'between' }],
  ['compare', { to: ['a', 3], operator: 'between', as: 'number' }],
  ['list', { to: 1, quantifier: 'most' }],
])('%s refuses %j', (check, parameters) => {
  expect(prepareChecks([{ check, parameters }])).toMatchObject({ ok: false, error: { code: 'ASSAY-7011' } })
})

describe('the difference of two JSON values', () => {
  it('names what is missing, extra and different by its path', () => {
    const { differences, score } = diffJson({ a: 1, b: { c: 2 }, x: 0 }, { a: 2, b: {}, d: [1, 2] }, plain)
    expect(differences).toEqual([
      { path: '$.a', what: 'different' },
      { path: '$.b.c', what: 'extra' },
      { path: '$.d', what: 'missing' },
      { path: '$.x', what: 'extra' },
    ])
    expect(score).toBe(0)
  })

  it('leaves out what is to be ignored, and lets numbers be near', () => {
    const options = { ...plain, ignore: ['$.id'], tolerance: 0.1 }
    expect(diffJson({ id: 1, price: 9.99 }, { id: 2, price: 10 }, options).score).toBe(1)
  })

  it('matches items of lists in any order, each once', () => {
    const options = { ...plain, ignoreOrder: true }
    expect(diffJson([{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }], options).score).toBe(1)
    expect(diffJson([1], [1, 1], options).score).toBe(0.5)
    const [whole, half] = [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ]
    expect(diffJson([half, whole], [{ a: 1, b: 3 }, whole, half], options).score).toBe(4 / 6)
  })

  it('knows an ignored path by its wildcard, however the key is quoted, in any order of the list', () => {
    const [actual, expected] = [
      [
        { id: 1, a: 'x' },
        { id: 2, a: 'y' },
      ].toReversed(),
      [{ id: 7, a: 'x' }, { a: 'y' }],
    ]
    for (const path of ['$[*].id', '$[*]["id"]', "$.*['id']"])
      expect(diffJson(actual, expected, { ...plain, ignore: [path], ignoreOrder: true }).score).toBe(1)
    expect(diffJson({ 'a.b': 1 }, { 'a.b': 2 }, { ...plain, ignore: ['$["a.b"]'] }).score).toBe(1)
  })

  it('lets numbers be near by a share of the expected one', () => {
    expect(diffJson([101], [100], { ...plain, relativeTolerance: 0.01 }).score).toBe(1)
    expect(diffJson([102], [100], { ...plain, relativeTolerance: 0.01 }).score).toBe(0)
  })

  it('is 1 for a list in any order, where the order is to be ignored', () => {
    const shuffled = fc
      .array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(diffJson(list, other, { ...plain, ignoreOrder: true }).score).toBe(1)
      }),
    )
  })

  it('is 1 for a value and itself, symmetric, and from 0 to 1', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(diffJson(a, a, plain).score).toBe(1)
        const { score } = diffJson(a, b, plain)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(diffJson(b, a, plain).score).toBeCloseTo(score, 12)
      }),
    )
  })
})

test('two parts of one case are compared by their paths', async () => {
  const prepared = prepareChecks([
    {
      check: 'compare',
      on: '$.metadata.used',
      parameters: { operator: 'at-most', toPath: '$.metadata.limit' },
    },
  ])
  const run = (metadata: Record<string, unknown>) =>
    prepared.ok ? prepared.value[0]?.run({ metadata }, createCheckPorts()) : undefined
  expect(await run({ used: 3, limit: 5 })).toMatchObject({ outcome: 'pass' })
  expect(await run({ used: 7, limit: 5 })).toMatchObject({ outcome: 'fail' })
  expect(await run({ used: 7 })).toMatchObject({ outcome: 'not-applicable' })
})

async function judge(use: CheckUse, checkCase: CheckCase) {
  const prepared = prepareChecks([use])
  if (!prepared.ok) throw new Error(prepared.error.where)
  return prepared.value[0]?.run(checkCase, createCheckPorts())
}

test('a filter that breaks on the data is an error of that case', async () => {
  const use = { check: 'compare', parameters: { toPath: '$.metadata.rows[?(@.x.y == 1)]' } }
  expect(await judge(use, { answer: '1', metadata: { rows: [{ x: null }] } })).toMatchObject({
    outcome: 'error',
    error: { code: 'ASSAY-7015' },
  })
})

describe('a list', () => {
  const values = { metadata: { values: [1, 'x', 3] } }
  it.each([
    ['any', 2, 'pass'],
    ['none', 2, 'fail'],
    ['all', 2, 'fail'],
    ['any', 5, 'not-judged'],
    ['none', 5, 'not-judged'],
    ['all', 0, 'not-judged'],
  ])('of which one value cannot be read: %s over %i gives %s', async (quantifier, to, outcome) => {
    const parameters = { quantifier, to, operator: 'greater' }
    expect(await judge({ check: 'list', on: '$.metadata.values', parameters }, values)).toMatchObject({
      outcome,
    })
  })

  it('that is empty has no answer', async () => {
    const use = { check: 'list', on: '$.metadata.values', parameters: { to: 1, quantifier: 'none' } }
    expect(await judge(use, { metadata: { values: [] } })).toMatchObject({ outcome: 'not-applicable' })
  })
})

test('a JSON value of any depth is compared or not judged', async () => {
  const answer = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  expect(await judge({ check: 'json-diff', parameters: { expected: [] } }, { answer })).toMatchObject({
    outcome: 'not-judged',
  })
})

test('the first differences are named by their paths, the rest counted', async () => {
  const verdict = await judge(
    { check: 'json-diff', parameters: { expected: { a: 1, b: { c: 2 }, d: 3, e: 4 } } },
    { answer: '{"a": 2, "b": {}, "d": 0, "e": 0}' },
  )
  expect(verdict?.reason).toContain('$.a is different, $.b.c is missing, $.d is different, 1 more')
})

test('values nested without end are told apart, not followed', () => {
  const nest = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`)
  const options = { ignore: [], ignoreOrder: true, tolerance: 0 }
  expect(diffJson(nest(20_000), nest(20_000), options)).toEqual({
    score: 0,
    differences: [{ path: '$', what: 'different' }],
  })
  expect(diffJson(nest(400), nest(400), options).score).toBe(1)
})
