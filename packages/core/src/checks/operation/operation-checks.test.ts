import { createCheckPorts } from '@assay/testkit'
import { expect, it } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'

it.each([
  ['latency', { maxMs: 100 }, 'latencyMs'],
  ['time-to-first-token', { maxMs: 100 }, 'timeToFirstTokenMs'],
  ['cost', { maxUsd: 1 }, 'costUsd'],
  ['tokens', { maxTokens: 10 }, 'usage'],
  ['output-tokens', { maxTokens: 10 }, 'usage'],
  ['finish-reason', {}, 'finishReason'],
  ['returned-model', { models: ['app-2'] }, 'returnedModel'],
])('%s names the field a case lacks', async (check, parameters, field) => {
  const prepared = prepareChecks([{ check, parameters }])
  const verdict = prepared.ok
    ? await prepared.value[0]?.run({ answer: 'It is 30 s.' }, createCheckPorts())
    : null
  expect(verdict).toMatchObject({ outcome: 'not-applicable', reason: `the case has no ${field}` })
})
