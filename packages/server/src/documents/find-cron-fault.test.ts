import { expect, it } from 'vitest'
import { findCronFault } from './find-cron-fault.ts'

it.each([
  '0 3 * * *',
  '*/15 * * * *',
  '0 0 1,15 * mon-fri',
  '30 6 * JAN-MAR Sun',
  '0 0 29 2 *',
  '0 0 31 4 1',
  '5-20/5 0-23 1-31 1-12 0-7',
  '  0   3 * * 7 ',
])('%s is a time', (expression) => expect(findCronFault(expression)).toBeNull())

it.each([
  ['0 3 * *', 'five fields'],
  ['0 3 * * * *', 'five fields'],
  ['@daily', 'five fields'],
  ['60 3 * * *', '60 is no minute from 0 to 59'],
  ['0 24 * * *', '24 is no hour from 0 to 23'],
  ['0 0 0 * *', '0 is no day of the month from 1 to 31'],
  ['0 0 * 13 *', '13 is no month'],
  ['0 0 * foo *', 'foo is no month'],
  ['0 0 * * 8', '8 is no day of the week'],
  ['5-1 0 * * *', '5-1 is no minute'],
  ['*/0 * * * *', 'step'],
  ['5/10 * * * *', '5/10 is no minute'],
  ['1,,2 * * * *', 'nothing is no minute'],
  ['0 0 L * *', 'L is no day'],
  ['0 0 31 2,4 *', 'no month of 2,4 has a day 31'],
  ['0 0 30 feb *', 'no month of feb has a day 30'],
  ['-1 * * * *', '-1 is no minute'],
])('%s is none: %s', (expression, said) => expect(findCronFault(expression)).toContain(said))
