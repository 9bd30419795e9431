import type { ReactElement, ReactNode } from 'react'
import './empty-state.css'

interface EmptyStateProps {
  /** One sentence: what this is for. */
  readonly what: string
  /** One button or link; absent where the reader may not do it. */
  readonly action?: ReactNode
  /** One example. */
  readonly example?: ReactNode
}

export function EmptyState({ what, action, example }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <p>{what}</p>
      {action !== undefined && <div>{action}</div>}
      {example !== undefined && <div className="quiet">{example}</div>}
    </div>
  )
}
