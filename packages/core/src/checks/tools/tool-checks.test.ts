import { createCheckPorts } from '@assay/testkit'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { prepareComparison } from './match-arguments.ts'
import { countInOrder, pairCalls } from './pair-calls.ts'

const options = { arguments: 'exact', matchers: [], tolerance: 0 } as const
const call = (args?: unknown) => ({ name: 'book', arguments: args })

async function judge(check: string, parameters: object, toolCalls: readonly object[]) {
  const prepared = prepareChecks([{ check, parameters: { ...parameters } }])
  if (!prepared.ok) throw new Error(prepared.error.where ?? prepared.error.message)
  const calls = toolCalls.map((each) => ({ name: 'book', arguments: {}, ...each }))
  return prepared.value[0]?.run({ toolCalls: calls }, createCheckPorts())
}

it.each([
  [call({ n: 2 }), call({ n: 2 }), {}, []],
  [call('{"n": 2}'), call({ n: 2 }), {}, []],
  [call(), call({}), {}, []],
  [call({ n: 2 }), call(), {}, []],
  [call({ n: 2, x: 1 }), call({ n: 2 }), {}, ['$.x']],
  [call({ n: 2, x: 1 }), call({ n: 2 }), { arguments: 'superset' }, []],
  [call({ x: 1 }), call({ n: 2 }), { arguments: 'superset' }, ['$.n']],
  [call({ n: 2 }), call({ n: 2, x: 1 }), { arguments: 'subset' }, []],
  [call({ n: 2, x: 1 }), call({ n: 2 }), { arguments: 'subset' }, ['$.x']],
  [call({ n: 2.05 }), call({ n: 2 }), { tolerance: 0.1 }, []],
  [call({ n: 9 }), call({ n: 2 }), { arguments: 'ignore' }, []],
  [call('no JSON'), call({ n: 2 }), {}, ['$']],
  [call({ d: 'May 2' }), call({ d: 'May' }), { matchers: [{ argument: 'd', by: 'contains' }] }, []],
  [call({}), call({ d: 'May' }), { matchers: [{ argument: 'd', by: 'contains' }] }, ['$.d']],
  [call({ d: 'x' }), call({ d: 'y' }), { matchers: [{ argument: 'd', by: 'ignore' }] }, []],
  [call({ d: 'x' }), call({ d: 'y' }), { matchers: [{ tool: 'a', argument: 'd', by: 'ignore' }] }, ['$.d']],
  [
    call({ g: { n: 4 } }),
    call({ g: { n: 5 } }),
    { matchers: [{ argument: 'g.n', by: 'tolerance', tolerance: 1 }] },
    [],
  ],
  [
    call({ n: 'four' }),
    call({ n: 4 }),
    { matchers: [{ argument: 'n', by: 'tolerance', tolerance: 9 }] },
    ['$.n'],
  ],
  [
    call({ d: '2026-05-02' }),
    call({}),
    { matchers: [{ argument: 'd', by: 'regex', pattern: '^2026-' }] },
    [],
  ],
  [
    call({ d: '2025-05-02' }),
    call({}),
    { matchers: [{ argument: 'd', by: 'regex', pattern: '^2026-' }] },
    ['$.d'],
  ],
] as const)('%j against %j by %j differs in %j', (actual, expected, by, paths) => {
  const compare = prepareComparison('tool-calls', {
    ...options,
    ...by,
    matchers: 'matchers' in by ? [...by.matchers] : [],
  })
  if (!compare.ok) throw new Error(compare.error.message)
  expect(compare.value.compare(actual, expected)).toEqual(paths)
  expect(compare.value.matchAll([actual], [expected])(0, 0)).toBe(paths.length === 0)
})

test.each([
  ['tool-call-count', { min: 3, max: 1 }],
  ['tool-arguments-valid', { schemas: { a: { type: 'nothing' } } }],
  ['tool-calls', { mode: 'sorted' }],
  ['tool-calls', { matchers: [{ argument: 'q', by: 'regex' }] }],
  ['tool-calls', { matchers: [{ argument: 'q', by: 'regex', pattern: '(' }] }],
  ['tool-calls', { matchers: [{ argument: 'q', by: 'tolerance' }] }],
  ['tool-calls', { matchers: [{ argument: '[.]', by: 'ignore' }] }],
  ['step-count', { min: 3, max: 1 }],
  ['forbidden-tool', { names: [] }],
])('%s refuses %j', (check, parameters) => {
  expect(prepareChecks([{ check, parameters }])).toMatchObject({ ok: false, error: { code: 'ASSAY-7011' } })
})

test('the same call twice must be expected twice', async () => {
  const twice = { mode: 'unordered', calls: [call({}), call({})] }
  expect(await judge('tool-calls', twice, [{}, {}])).toMatchObject({ outcome: 'pass' })
  expect(await judge('tool-calls', twice, [{}])).toMatchObject({ outcome: 'fail', reason: 'missing: book' })
  expect(await judge('tool-calls', twice, [{}, {}, {}])).toMatchObject({
    outcome: 'fail',
    reason: 'extra: book',
  })
})

test('a call that fits two expected ones leaves the one another needs', async () => {
  const calls = [call({ d: 'May' }), call({ d: 'May 2' })]
  const parameters = { mode: 'unordered', calls, matchers: [{ argument: 'd', by: 'contains' }] }
  const made = [{ arguments: { d: 'May 2' } }, { arguments: { d: 'May 9' } }]
  expect(await judge('tool-calls', parameters, made)).toMatchObject({ outcome: 'pass', score: 1 })
})

test('the reason names the argument that differs', async () => {
  const verdict = await judge('tool-calls', { calls: [call({ n: 2 })] }, [{ arguments: { n: 3 } }])
  expect(verdict).toMatchObject({ outcome: 'fail', score: 0, reason: 'book has another $.n' })
})

test('a broken path of steps is an error, not a verdict', async () => {
  const verdict = await judge('step-count', { path: '$.toolCalls[?(@.name==)]' }, [{}])
  expect(verdict).toMatchObject({ outcome: 'error', error: { code: 'ASSAY-7015' } })
})

test('a name with blanks is one name', async () => {
  const verdict = await judge('tool-sequence', { names: ['a', 'b'], gaps: false }, [{ name: 'a b' }])
  expect(verdict).toMatchObject({ outcome: 'fail' })
})

const matrix = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { maxLength: 5 })

test('pairs are as many as there can be, each call and each expected one once', () => {
  fc.assert(
    fc.property(matrix, (rows) => {
      const isSame = (made: number, wanted: number) => rows[made]?.[wanted] ?? false
      const { expectedOf, missing } = pairCalls(rows.length, 4, isSame)
      const used = expectedOf.filter((wanted) => wanted !== -1)
      expect(new Set(used).size).toBe(used.length)
      expect(used.length + missing.length).toBe(4)
      for (const [made, wanted] of expectedOf.entries())
        if (wanted !== -1) expect(isSame(made, wanted)).toBe(true)
      expect(used.length).toBe(mostPairs(rows, new Set()))
      expect(countInOrder(rows.length, 4, isSame)).toBeLessThanOrEqual(used.length)
    }),
  )
})

/** By trying all. */
function mostPairs([row, ...rest]: readonly (readonly boolean[])[], used: ReadonlySet<number>): number {
  if (row === undefined) return 0
  const without = mostPairs(rest, used)
  const counts = row.map((fits, wanted) =>
    fits && !used.has(wanted) ? 1 + mostPairs(rest, new Set([...used, wanted])) : 0,
  )
  return Math.max(without, ...counts)
}

test('nothing a target reports makes a check of tools throw or give no number', async () => {
  const anyCalls = fc.array(fc.record({ name: fc.string(), arguments: fc.jsonValue() }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(anyCalls, anyCalls, async (made, calls) => {
      for (const mode of ['strict', 'unordered', 'subset', 'superset']) {
        const same = await judge('tool-calls', { mode, calls: made }, made)
        expect(same).toMatchObject({ outcome: 'pass', score: 1 })
        const verdict = await judge('tool-calls', { mode, calls }, made)
        expect(verdict?.outcome === 'pass').toBe(verdict?.score === 1)
        expect(verdict?.score).toBeGreaterThanOrEqual(0)
      }
      expect((await judge('loop-detection', { maxCycles: 1 }, made))?.error).toBeNull()
    }),
    { numRuns: 50 },
  )
})
