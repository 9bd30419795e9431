interface Field {
  readonly name: string
  readonly least: number
  readonly most: number
  /** Names of its values, the first standing for `least`. */
  readonly names: readonly string[]
}

const fields: readonly Field[] = [
  { name: 'minute', least: 0, most: 59, names: [] },
  { name: 'hour', least: 0, most: 23, names: [] },
  { name: 'day of the month', least: 1, most: 31, names: [] },
  {
    name: 'month',
    least: 1,
    most: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  {
    name: 'day of the week',
    least: 0,
    most: 7,
    names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  },
]

/**
 * What is wrong with a time of cron, in words; `null`: nothing. Five fields of numbers, names, ranges (`1-5`), steps of a range
 * or of all, and lists (`1,15`): what every cron understands the same way. A day that no month has would never come.
 */
export function findCronFault(expression: string): string | null {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== fields.length)
    return 'a time has five fields: minute, hour, day of the month, month, day of the week'
  for (const [index, field] of fields.entries()) {
    const fault = findFieldFault(parts[index] ?? '', field)
    if (fault !== null) return fault
  }
  const [, , days = '', months = '', weekdays = ''] = parts
  return weekdays === '*' ? findMissingDay(days, months) : null
}

function findFieldFault(part: string, field: Field): string | null {
  for (const item of part.split(',')) {
    const read = readItem(item, field)
    if (read === null) return `${item === '' ? 'nothing' : item} is no ${field.name}`
    const { from, to, step } = read
    if (from < field.least || to > field.most || from > to)
      return `${item} is no ${field.name} from ${field.least} to ${field.most}`
    if (step < 1 || step > field.most) return `${item} has no step from 1 to ${field.most}`
  }
  return null
}

interface Item {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** `null`: it is none of the forms. */
function readItem(item: string, field: Field): Item | null {
  const match = /^(\*|[a-z]+|\d{1,2})(?:-([a-z]+|\d{1,2}))?(?:\/(\d{1,2}))?$/i.exec(item)
  if (match === null) return null
  const [, first = '', last, step] = match
  if (first === '*')
    return last === undefined ? { from: field.least, to: field.most, step: Number(step ?? 1) } : null
  const from = readValue(first, field)
  const to = last === undefined ? from : readValue(last, field)
  // A step without a range means different things to different crons.
  if (from === null || to === null || (step !== undefined && last === undefined)) return null
  return { from, to, step: Number(step ?? 1) }
}

function readValue(text: string, { least, names }: Field): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const at = names.indexOf(text.toLowerCase())
  return at === -1 ? null : least + at
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `31 4`: April has no 31st. */
function findMissingDay(days: string, months: string): string | null {
  const first = Math.min(...valuesOf(days, 2))
  const longest = Math.max(...valuesOf(months, 3).map((month) => longestMonths[month - 1] ?? 31))
  return first > longest ? `no month of ${months} has a day ${first}` : null
}

function valuesOf(part: string, index: number): readonly number[] {
  const field = fields[index]
  if (field === undefined) return []
  return part.split(',').flatMap((item) => {
    const read = readItem(item, field)
    if (read === null) return []
    const length = Math.floor((read.to - read.from) / read.step) + 1
    return Array.from({ length }, (_, at) => read.from + at * read.step)
  })
}
