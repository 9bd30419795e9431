import * as t from '../../../texts/texts.ts'

/** A time that people name: every day, on workdays, once a week, on the 1st. */
export interface PlainTimes {
  readonly every: 'daily' | 'weekdays' | 'weekly' | 'monthly'
  /** `02:00`. */
  readonly time: string
  /** 0 is Sunday; for `weekly`. */
  readonly weekday: number
}

/** `null`: it is one of cron's other times. */
export function readPlainTimes(cron: string): PlainTimes | null {
  const match = /^(\d{1,2}) (\d{1,2}) (\*|1) \* (\*|1-5|[0-6])$/.exec(cron.trim().replaceAll(/\s+/g, ' '))
  if (match === null) return null
  const [, minute = '', hour = '', day, weekday = ''] = match
  if (Number(minute) > 59 || Number(hour) > 23) return null
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  if (day === '1') return weekday === '*' ? { every: 'monthly', time, weekday: 1 } : null
  if (weekday === '*') return { every: 'daily', time, weekday: 1 }
  return weekday === '1-5'
    ? { every: 'weekdays', time, weekday: 1 }
    : { every: 'weekly', time, weekday: Number(weekday) }
}

export function toCron({ every, time, weekday }: PlainTimes): string {
  const [hour = '0', minute = '0'] = time.split(':')
  const clock = `${Number(minute)} ${Number(hour)}`
  if (every === 'monthly') return `${clock} 1 * *`
  return `${clock} * * ${{ daily: '*', weekdays: '1-5', weekly: String(weekday) }[every]}`
}

/** "every day at 02:00 (Europe/Vienna)". */
export function describeCron(cron: string, timeZone: string): string {
  const plain = readPlainTimes(cron)
  if (plain === null) return t.documents.when.byCron(cron, timeZone)
  const { every, time, weekday } = plain
  if (every === 'weekly')
    return t.documents.when.weeklyAt(t.documents.when.days[weekday] ?? '', time, timeZone)
  const say = {
    daily: t.documents.when.dailyAt,
    weekdays: t.documents.when.weekdaysAt,
    monthly: t.documents.when.monthlyAt,
  }[every]
  return say(time, timeZone)
}
