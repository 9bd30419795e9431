import { expect, it } from 'vitest'
import { prepareChecks } from './prepare-checks.ts'

it.each([
  ['contains', {}, 'contains.phrases is required: text or a list'],
  ['contains', { phrases: 7 }, 'contains.phrases: it must be text or a list'],
  ['contains', { phrases: 'a', need: 'some' }, 'contains.need: it must be all or any'],
  ['latency', {}, 'latency.maxMs is required: a number'],
  ['latency', { maxMs: 'slow' }, 'latency.maxMs: it must be a number'],
  ['k-of-n', { k: 1.5, checks: [{ check: 'json' }] }, 'k-of-n.k: it must be a whole number'],
])('%s with %j says what the parameter takes', (check, parameters, where) => {
  const fix = `see what it takes with \`assay check explain ${check}\``
  expect(prepareChecks([{ check, parameters }])).toMatchObject({
    error: { code: 'ASSAY-7011', where, fix },
  })
})
