const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const monthPattern = `(${months.join('|')})`

interface ReadDate {
  readonly granularity: 'year' | 'month' | 'day'
  readonly aliases: readonly string[]
}

const dayMonthYear = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${monthPattern},? (\\d{4})$`)
const monthDayYear = new RegExp(`^${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`)
const monthYear = new RegExp(`^${monthPattern},? (\\d{4})$`)

/** A date written out, as ISO 8601, or as a month or a year; `null` for anything else. */
export function readDate(text: string): ReadDate | null {
  const dayFirst = dayMonthYear.exec(text)
  if (dayFirst) return fullDate(Number(dayFirst[3]), months.indexOf(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = monthDayYear.exec(text)
  if (monthFirst)
    return fullDate(Number(monthFirst[3]), months.indexOf(monthFirst[1] ?? ''), Number(monthFirst[2]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return fullDate(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]))
  const month = monthYear.exec(text)
  if (month) {
    const number = String(months.indexOf(month[1] ?? '') + 1).padStart(2, '0')
    return { granularity: 'month', aliases: [`${month[2]}-${number}`] }
  }
  return /^(?:1[0-9]|20)\d{2}$/.test(text) ? { granularity: 'year', aliases: [] } : null
}

function fullDate(year: number, month: number, day: number): ReadDate | null {
  const name = months[month]
  if (name === undefined || day < 1 || day > 31) return null
  const iso = `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { granularity: 'day', aliases: [`${day} ${name} ${year}`, `${name} ${day}, ${year}`, iso] }
}
