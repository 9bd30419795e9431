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
  ])('of %j with %j by %j: %j', (left, right, comparison, holds) => {
    expect(decideComparison(left, right, comparison)).toBe(holds)
  })
})

test.each([
  ['compare', {}],
  ['compare', { to: 1, toPath: '$.reference' }],
  ['compare', { to: 1, operator: 'about' }],
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
