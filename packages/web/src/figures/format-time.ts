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
