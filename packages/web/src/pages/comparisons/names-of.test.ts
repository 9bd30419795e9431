import { expect, it } from 'vitest'
import { namesOf } from './names-of.ts'

const run = (name: string, targetVersion: string | null) => ({
  id: name,
  name,
  createdAt: '',
  folder: '',
  target: 'assistant',
  targetVersion,
  passing: { value: 0.5, low: 0.4, high: 0.6, n: 100, method: 'Wilson 95 %' },
  medianLatencyMs: null,
  costUsd: null,
})

it('names two evaluations by what was evaluated', () => {
  expect(namesOf({ a: run('monday', '13'), b: run('tuesday', 'v14 (small)') })).toEqual({
    a: 'assistant v13',
    b: 'assistant v14 (small)',
  })
})

it('names them by their own names where the same version was evaluated twice', () => {
  expect(namesOf({ a: run('monday', '13'), b: run('tuesday', '13') })).toEqual({ a: 'monday', b: 'tuesday' })
})
