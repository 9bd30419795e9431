import { createCheckPorts, createScriptedModel } from '@assay/testkit'
import { ok } from '../../result.ts'
import { expect, it } from 'vitest'
import { prepareChecks } from '../prepare-checks.ts'
import { weighScores } from './weigh-scores.ts'

const text = '{"reason":"Step 2 fails.","score":4}'
const at = text.indexOf('4')
const numbers = [
  { start: 16, probabilities: { 2: 1 } },
  { start: at, probabilities: { 4: 0.6, 5: 0.2, 3: 0.1, 12: 0.05 } },
]

it('is the mean of the scores by their probability, among those of the scale alone', () => {
  expect(weighScores({ text, numbers }, 5)).toBeCloseTo((4 * 0.6 + 5 * 0.2 + 3 * 0.1) / 0.9, 12)
})

it.each<readonly [string, Parameters<typeof weighScores>[0], number]>([
  ['none were told', { text }, 5],
  ['the number is none of the scale', { text, numbers: [{ start: at, probabilities: { 40: 0.9 } }] }, 5],
  ['the reply names no score', { text: '{"grade":4}', numbers }, 5],
])('is not known where %s', (_, reply, highest) => {
  expect(weighScores(reply, highest)).toBeNull()
})

it('makes one call do where probabilities are told', async () => {
  const model = createScriptedModel(() => text)
  let calls = 0
  const call: typeof model.generate = async (request, options) => {
    calls += 1
    const reply = await model.generate(request, options)
    return reply.ok && request.numberProbabilities ? ok({ ...reply.value, numbers }) : reply
  }
  const ports = createCheckPorts()
  const { signal } = ports
  const use = { check: 'g-eval', parameters: { criteria: 'Clear.', steps: ['Read it.'], show: ['answer'] } }
  const prepared = prepareChecks([use], {})
  const check = prepared.ok ? prepared.value[0] : undefined
  const asked = {
    ...ports,
    model: () => ({ id: model.id, call: (request: Parameters<typeof call>[0]) => call(request, { signal }) }),
  }
  const verdict = await check?.run({ id: 'a', answer: 'Start it.' }, asked)
  expect(calls).toBe(1)
  expect(verdict?.score).toBeCloseTo((3.7 / 0.9 - 1) / 4, 12)
  expect(verdict?.reason).toContain('4.11 on 1 to 5, by the probability of each score: Step 2 fails.')
})
