import { useEffect, useState, type ReactElement } from 'react'
import { formatMoment, formatRelativeTime } from '../figures/format-time.ts'

const minute = 60_000

/** "5 minutes ago", with the exact time on hover and for machines. */
export function RelativeTime({ time }: { readonly time: string }): ReactElement {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={time} title={formatMoment(time)}>
      {formatRelativeTime(time, now)}
    </time>
  )
}
