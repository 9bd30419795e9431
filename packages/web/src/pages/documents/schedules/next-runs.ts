import { readCron } from './read-cron.ts'

interface NextRunsOptions {
  readonly cron: string
  /** Name of the tz database: `Europe/Vienna`. */
  readonly timeZone: string
  /** Milliseconds since 1970. */
  readonly after: number
  readonly count: number
}

const dayMs = 86_400_000
/** A leap day comes within eight years. */
const longestDays = 366 * 8 + 2

/** The next times of a cron expression, in milliseconds since 1970; `null`: it, or the time zone, cannot be read. */
export function nextRuns({ cron, timeZone, after, count }: NextRunsOptions): readonly number[] | null {
  const times = readCron(cron)
  const clock = createClock(timeZone)
  if (times === null || clock === null) return null
  const hours = [...times.hours].sort((one, other) => one - other)
  const minutes = [...times.minutes].sort((one, other) => one - other)
  const today = clock.toLocal(after)
  const found: number[] = []
  for (let day = Math.floor(today / dayMs); found.length < count; day++) {
    if (day > today / dayMs + longestDays) break
    const date = new Date(day * dayMs)
    const isDay = times.days.has(date.getUTCDate())
    const isWeekday = times.weekdays.has(date.getUTCDay())
    if (!times.months.has(date.getUTCMonth() + 1)) continue
    if (times.isEitherDay ? !isDay && !isWeekday : !isDay || !isWeekday) continue
    for (const hour of hours)
      for (const minute of minutes) {
        const instant = clock.toInstant(day * dayMs + (hour * 60 + minute) * 60_000)
        if (instant > after && found.length < count) found.push(instant)
      }
  }
  return found
}

interface Clock {
  /** Local wall-clock time, as if it were UTC. */
  readonly toLocal: (instant: number) => number
  /** An hour that a change of the clock leaves out comes an hour later. */
  readonly toInstant: (local: number) => number
}

function createClock(timeZone: string): Clock | null {
  const format = createFormat(timeZone)
  if (format === null) return null
  const toLocal = (instant: number): number => {
    const part = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }
  return {
    toLocal,
    toInstant: (local) => {
      const guess = local - (toLocal(local) - local)
      return local - (toLocal(guess) - guess)
    },
  }
}

function createFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
}
