import type { Evaluation } from '@assay/contracts/hub'
import { expect, it } from 'vitest'
import { targetsOf, toVersionPoints } from './to-version-points.ts'

const evaluation = (version: string, change: Partial<Evaluation> = {}): Evaluation => ({
  id: `id-${version}`,
  projectId: 'p',
  name: `run ${version}`,
  origin: 'hub',
  status: 'finished',
  target: { name: 'assistant', version, pin: null },
  testSet: { name: 'questions', hash: 'h1', cases: 10, pins: [] },
  judge: { id: 'rules', version: '1' },
  checks: [],
  repeats: 1,
  progress: { done: 10, total: 10, errors: 0, costUsd: null },
  passing: { value: 0.5, low: 0.3, high: 0.7, n: 10, method: 'Wilson 95 %' },
  headline: null,
  costUsd: null,
  error: null,
  scheduleId: null,
  createdAt: `2026-01-0${version}T00:00:00Z`,
  createdBy: { id: 'u', name: 'U' },
  startedAt: null,
  finishedAt: `2026-01-0${version}T01:00:00Z`,
  hidden: 0,
  archivedAt: null,
  revision: 1,
  ...change,
})

it('orders the finished evaluations of one target by time', () => {
  const points = toVersionPoints(
    [
      evaluation('3'),
      evaluation('2', { status: 'failed', passing: null }),
      evaluation('1'),
      evaluation('4', { target: { name: 'other', version: '4', pin: null } }),
    ],
    'assistant',
  )
  expect(points.map(({ version }) => version)).toEqual(['1', '3'])
})

it('marks where the test set or the judge changed as well', () => {
  const points = toVersionPoints(
    [
      evaluation('1'),
      evaluation('2'),
      evaluation('3', { testSet: { name: 'questions', hash: 'h2', cases: 11, pins: [] } }),
      evaluation('4', {
        testSet: { name: 'questions', hash: 'h2', cases: 11, pins: [] },
        judge: { id: 'rules', version: '2' },
      }),
    ],
    'assistant',
  )
  expect(points.map(({ confounders }) => confounders)).toEqual([[], [], ['test set'], ['judge']])
})

it('names the target that was evaluated last first', () => {
  expect(
    targetsOf([evaluation('1', { target: { name: 'old', version: null, pin: null } }), evaluation('2')]),
  ).toEqual(['assistant', 'old'])
})
