/** Milliseconds as a person reads them: "240 ms", "1.4 s", "12 s", "1 min 52 s", "2 h 5 min". */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${ms < 10 && ms > 0 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return joinParts(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  return joinParts(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

const joinParts = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`

const steps = [
  { unit: 'minute', seconds: 60, until: 60 },
  { unit: 'hour', seconds: 3_600, until: 24 },
  { unit: 'day', seconds: 86_400, until: 14 },
] as const

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "just now", "5 minutes ago", "in 3 days", "yesterday"; beyond two weeks the date: "3 Mar 2026". */
export function formatRelativeTime(time: string, now: number): string {
  const seconds = (Date.parse(time) - now) / 1_000
  if (Math.abs(seconds) < 45) return 'just now'
  for (const step of steps) {
    const amount = Math.round(seconds / step.seconds)
    if (Math.abs(amount) < step.until) return relative.format(amount, step.unit)
  }
  return formatDate(time)
}

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** "3 Mar 2026", in the reader's time zone. */
export const formatDate = (time: string): string => dates.format(new Date(time))

const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})

/** "3 Mar 2026, 14:05:09 CET": exact, in the reader's time zone. */
export const formatMoment = (time: string): string => moments.format(new Date(time))
