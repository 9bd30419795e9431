import { createCheckPorts } from '@assay/testkit'
import { expect, it, test } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { isSameCall } from './match-arguments.ts'

const exact = { arguments: 'exact', tolerance: 0 } as const
const call = (args?: unknown) => ({ name: 'book', arguments: args })

it.each([
  [call({ n: 2 }), call({ n: 2 }), exact, true],
  [call('{"n": 2}'), call({ n: 2 }), exact, true],
  [call(), call({}), exact, true],
  [call({ n: 2, x: 1 }), call({ n: 2 }), exact, false],
  [call({ n: 2, x: 1 }), call({ n: 2 }), { arguments: 'subset', tolerance: 0 }, true],
  [call({ x: 1 }), call({ n: 2 }), { arguments: 'subset', tolerance: 0 }, false],
  [call({ n: 2.05 }), call({ n: 2 }), { arguments: 'exact', tolerance: 0.1 }, true],
  [call({ n: 9 }), call({ n: 2 }), { arguments: 'ignore', tolerance: 0 }, true],
  [{ name: 'cancel' }, call(), exact, false],
] as const)('%j against %j by %j: %s', (actual, expected, options, same) => {
  expect(isSameCall(actual, expected, options)).toBe(same)
})

test.each([
  ['tool-call-count', { min: 3, max: 1 }],
  ['tool-arguments-valid', { schemas: { a: { type: 'nothing' } } }],
  ['tool-calls', { mode: 'sorted' }],
  ['forbidden-tool', { names: [] }],
])('%s refuses %j', (check, parameters) => {
  expect(prepareChecks([{ check, parameters }])).toMatchObject({ ok: false, error: { code: 'ASSAY-7011' } })
})

test('the same call twice must be expected twice', async () => {
  const prepared = prepareChecks([
    { check: 'tool-calls', parameters: { mode: 'unordered', calls: [call({}), call({})] } },
  ])
  const run = (count: number) =>
    prepared.ok
      ? prepared.value[0]?.run(
          { toolCalls: Array.from({ length: count }, () => call({})) },
          createCheckPorts(),
        )
      : undefined
  expect(await run(2)).toMatchObject({ outcome: 'pass' })
  expect(await run(1)).toMatchObject({ outcome: 'fail', reason: 'missing: book' })
  expect(await run(3)).toMatchObject({ outcome: 'fail', reason: 'extra: book' })
})
