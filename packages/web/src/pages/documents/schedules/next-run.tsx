import { useState, type ReactElement } from 'react'
import { RelativeTime } from '../../../components/relative-time.tsx'
import { formatMoment } from '../../../figures/format-time.ts'
import * as t from '../../../texts/texts.ts'
import { nextRuns } from './next-runs.ts'

interface NextRunProps {
  readonly cron: string
  readonly timeZone: string
}

/** When it comes next: "Next: 3 Mar 2026, 02:00:00 CET, in 9 hours". */
export function NextRun({ cron, timeZone }: NextRunProps): ReactElement {
  const [now] = useState(Date.now)
  const runs = nextRuns({ cron, timeZone, after: now, count: 1 })
  if (runs === null) return <span className="bad">{t.documents.when.unreadable}</span>
  const [next] = runs
  if (next === undefined) return <span className="bad">{t.documents.when.never}</span>
  const time = new Date(next).toISOString()
  return (
    <span>
      {t.documents.when.next}
      {': '}
      {formatMoment(time)}
      {', '}
      <RelativeTime time={time} />
    </span>
  )
}
