import { expect, it } from 'vitest'
import { actionsOf } from './actions-of.ts'

const progress = { done: 80, total: 80, errors: 0, costUsd: null }

it('offers what the hub can do with an evaluation as it stands', () => {
  expect(actionsOf({ origin: 'hub', status: 'running', progress })).toEqual(['stop'])
  expect(actionsOf({ origin: 'hub', status: 'stopped', progress })).toEqual(['resume'])
  expect(actionsOf({ origin: 'hub', status: 'finished', progress: { ...progress, errors: 2 } })).toEqual([
    'retry-errors',
    'check-again',
  ])
})

it('steers nothing that a terminal runs, but checks its answers again', () => {
  expect(actionsOf({ origin: 'command', status: 'running', progress })).toEqual([])
  expect(actionsOf({ origin: 'upload', status: 'finished', progress: { ...progress, errors: 2 } })).toEqual([
    'check-again',
  ])
})
