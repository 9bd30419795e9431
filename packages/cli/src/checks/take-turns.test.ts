import { prepareChecks } from '@assay/core/checks'
import { createCheckPorts } from '@assay/testkit'
import { expect, it } from 'vitest'
import { takeTurns } from './take-turns.ts'

it('lets what waits for its turn go first, and says what the check says', async () => {
  const prepared = prepareChecks([{ check: 'contains', parameters: { phrases: 'a' } }])
  const [check] = prepared.ok ? prepared.value : []
  if (check === undefined) throw new Error('no check')
  const order: string[] = []
  setImmediate(() => order.push('signal'))
  const verdict = await takeTurns(check).run({ id: '1', answer: 'a' }, createCheckPorts())
  order.push('verdict')
  expect(order).toEqual(['signal', 'verdict'])
  expect(verdict).toMatchObject({ id: '1', outcome: 'pass' })
})
