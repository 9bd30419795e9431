import { expect, it } from 'vitest'
import { nextRuns } from './next-runs.ts'

const run = (cron: string, timeZone: string, from: string, count = 3) =>
  nextRuns({ cron, timeZone, after: Date.parse(from), count })?.map((time) => new Date(time).toISOString())

it('a daily time comes today where it is still to come, and then each day', () => {
  expect(run('0 2 * * *', 'UTC', '2026-03-10T01:59:00Z', 2)).toEqual([
    '2026-03-10T02:00:00.000Z',
    '2026-03-11T02:00:00.000Z',
  ])
  expect(run('0 2 * * *', 'UTC', '2026-03-10T02:00:00Z', 1)).toEqual(['2026-03-11T02:00:00.000Z'])
})

it('keeps the wall clock where the clocks change', () => {
  // Vienna: summer time begins on 29 March 2026.
  expect(run('0 6 * * *', 'Europe/Vienna', '2026-03-28T00:00:00Z', 2)).toEqual([
    '2026-03-28T05:00:00.000Z',
    '2026-03-29T04:00:00.000Z',
  ])
})

it('leaves out the weekend', () => {
  // 13 March 2026 is a Friday.
  expect(run('30 7 * * 1-5', 'UTC', '2026-03-13T08:00:00Z', 1)).toEqual(['2026-03-16T07:30:00.000Z'])
  expect(run('30 7 * * mon-fri', 'UTC', '2026-03-13T08:00:00Z', 1)).toEqual(['2026-03-16T07:30:00.000Z'])
})

it('either day will do where both are named', () => {
  expect(run('0 0 1 * 0', 'UTC', '2026-03-28T12:00:00Z')).toEqual([
    '2026-03-29T00:00:00.000Z',
    '2026-04-01T00:00:00.000Z',
    '2026-04-05T00:00:00.000Z',
  ])
})

it('finds a leap day years ahead, and no 31st of April', () => {
  expect(run('0 0 29 2 *', 'UTC', '2026-03-01T00:00:00Z', 1)).toEqual(['2028-02-29T00:00:00.000Z'])
  expect(run('0 0 31 4 *', 'UTC', '2026-03-01T00:00:00Z', 1)).toEqual([])
})

it('says that it cannot be read', () => {
  expect(run('every night', 'UTC', '2026-03-01T00:00:00Z')).toBeUndefined()
  expect(run('0 2 * * *', 'Middle/Earth', '2026-03-01T00:00:00Z')).toBeUndefined()
  expect(run('61 2 * * *', 'UTC', '2026-03-01T00:00:00Z')).toBeUndefined()
})
