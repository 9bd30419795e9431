import { createCheckPorts } from '@assay/testkit'
import { expect, it } from 'vitest'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Detection } from '../../ports/detector.ts'
import { prepareChecks } from '../prepare-checks.ts'

async function judge(answer: string, configured?: Result<readonly Detection[]>) {
  const prepared = prepareChecks([{ check: 'refusal' }])
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
  const detector = { id: 'refusal', version: 'x', detect: () => Promise.resolve(configured ?? ok([])) }
  const ports = { ...createCheckPorts(), detector: () => (configured === undefined ? null : detector) }
  return prepared.value[0]?.run({ answer }, ports)
}

it('quotes what declines and says where it stands', async () => {
  expect(await judge("Hello. I can't help with that.")).toMatchObject({
    outcome: 'fail',
    reason: expect.stringContaining("I can't help with that."),
    spans: [{ start: 7, end: 30, label: 'policy' }],
  })
})

it('says so where an answer goes on after a refusal', async () => {
  expect(
    await judge("I can't give you the map, but here is the way: left, then over the bridge."),
  ).toMatchObject({
    outcome: 'pass',
    reason: expect.stringContaining('goes on'),
  })
})

it('puts a configured detector in the place of the rules', async () => {
  expect(await judge('Gladly.', ok([{ score: 0.9, spans: [] }]))).toMatchObject({ outcome: 'fail' })
})

it('is an error where a configured detector breaks or says nothing', async () => {
  expect(await judge('x', fail(createError('ASSAY-5005')))).toMatchObject({ error: { code: 'ASSAY-5005' } })
  expect(await judge('x', ok([]))).toMatchObject({ error: { code: 'ASSAY-7013' } })
})
