import type { Evaluation } from '@assay/contracts/hub'
import { formatDuration, formatMoney } from '@assay/core/wording'
import { Progress } from '@mantine/core'
import { useEffect, useState, type ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import { paceOf } from './pace-of.ts'

const everySecond = 1_000

/** How far it is; read again as the hub tells that something changed, so it survives a reload. */
export function EvaluationProgress({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { status, progress } = evaluation
  const [now, setNow] = useState(Date.now)
  // What was done before this page looked may lie on the other side of a pause.
  const [first] = useState({ at: now, done: progress.done })
  const isRunning = status === 'running'
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(() => setNow(Date.now()), everySecond)
    return () => clearInterval(timer)
  }, [isRunning])
  const words = t.evaluations.live
  const seen = { done: progress.done - first.done, total: progress.total - first.done }
  const pace = isRunning ? paceOf(seen, now - first.at) : null
  const parts = [
    t.evaluations.status[status],
    t.evaluations.progress(progress.done, progress.total),
    ...(pace === null ? [] : [words.perSecond(pace.perSecond)]),
    ...(progress.errors > 0 ? [t.evaluations.errors(progress.errors)] : []),
    ...(progress.costUsd === null ? [] : [formatMoney(progress.costUsd)]),
    ...(pace === null || pace.leftMs === null ? [] : [words.left(formatDuration(pace.leftMs))]),
  ]
  return (
    <div className="evaluation-progress">
      <Progress
        value={progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
        aria-label={words.bar(progress.done, progress.total)}
        size={8}
      />
      <p className="quiet">{parts.join(' · ')}</p>
    </div>
  )
}
