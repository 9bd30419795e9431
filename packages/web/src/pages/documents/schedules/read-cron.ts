/** The values of each field of a cron time; `null`: it is none. */
export interface CronTimes {
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>
  /** Both days of the month and of the week are named: then either will do. */
  readonly isEitherDay: boolean
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Five fields of numbers, names, ranges, steps and lists, as the hub takes them. */
export function readCron(cron: string): CronTimes | null {
  const [minute, hour, day, month, weekday, ...more] = cron.trim().toLowerCase().split(/\s+/)
  if (weekday === undefined || more.length > 0) return null
  const read = {
    minutes: readField(minute ?? '', 0, 59, []),
    hours: readField(hour ?? '', 0, 23, []),
    days: readField(day ?? '', 1, 31, []),
    months: readField(month ?? '', 1, 12, months),
    weekdays: readField(weekday, 0, 7, weekdays),
  }
  const { minutes, hours, days, months: named, weekdays: ofWeek } = read
  if (minutes === null || hours === null || days === null || named === null || ofWeek === null) return null
  return {
    minutes,
    hours,
    days,
    months: named,
    weekdays: new Set([...ofWeek].map((one) => one % 7)),
    isEitherDay: day !== '*' && weekday !== '*',
  }
}

function readField(part: string, least: number, most: number, names: readonly string[]): Set<number> | null {
  const values = new Set<number>()
  for (const item of part.split(',')) {
    const match = /^(\*|[a-z]+|\d{1,2})(?:-([a-z]+|\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(item)
    if (match === null) return null
    const [, first = '', last, step] = match
    const from = first === '*' ? least : toNumber(first, least, names)
    const to = first === '*' ? most : last === undefined ? from : toNumber(last, least, names)
    const by = Number(step ?? 1)
    if (from === null || to === null || from < least || to > most || by < 1) return null
    for (let value = from; value <= to; value += by) values.add(value)
  }
  return values.size === 0 ? null : values
}

function toNumber(word: string, least: number, names: readonly string[]): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  const at = names.indexOf(word)
  return at === -1 ? null : least + at
}
