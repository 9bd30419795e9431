import { expect, it } from 'vitest'
import { describeCron, readPlainTimes, toCron } from './describe-cron.ts'

it('says the usual times in words', () => {
  expect(describeCron('0 2 * * *', 'UTC')).toBe('every day at 02:00 (UTC)')
  expect(describeCron('30 7 * * 1-5', 'Europe/Vienna')).toBe('Monday to Friday at 07:30 (Europe/Vienna)')
  expect(describeCron('5 9 * * 0', 'UTC')).toBe('every Sunday at 09:05 (UTC)')
  expect(describeCron('0 0 1 * *', 'UTC')).toBe('on the 1st of each month at 00:00 (UTC)')
})

it('leaves the others as they are', () => {
  expect(describeCron('*/15 * * * *', 'UTC')).toBe('at the times of “*/15 * * * *” (UTC)')
})

it('writes each usual time as it was read', () => {
  for (const cron of ['0 2 * * *', '30 7 * * 1-5', '5 9 * * 0', '0 0 1 * *'])
    expect(toCron(readPlainTimes(cron)!)).toBe(cron)
})
