import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import './label-progress.css'

interface LabelProgressProps {
  readonly labelled: number
  readonly rows: number
  /** No heading says what is counted. */
  readonly isAlone?: boolean
}

/** How many rows have their labels: counted, with a bar beside it. */
export function LabelProgress({ labelled, rows, isAlone = false }: LabelProgressProps): ReactElement {
  const share = rows === 0 ? 0 : (labelled / rows) * 100
  return (
    <div className="label-progress">
      {isAlone ? t.annotation.queue.progress(labelled, rows) : t.annotation.list.progressOf(labelled, rows)}
      <svg width="100%" height="4" aria-hidden="true">
        <rect className="label-progress-ground" width="100%" height="4" />
        <rect className="label-progress-done" width={`${share}%`} height="4" />
      </svg>
    </div>
  )
}
