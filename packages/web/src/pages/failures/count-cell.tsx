import type { ReactElement } from 'react'
import { TextLink } from '../../components/router-links.tsx'

interface CountCellProps {
  readonly projectId: string
  readonly place: { readonly evaluationId: string; readonly categoryId: string }
  readonly cases: number
  /** The largest count of the table: the whole length of a bar. */
  readonly most: number
}

/** A count with a bar, leading to the notes behind it. */
export function CountCell({ projectId, place, cases, most }: CountCellProps): ReactElement {
  if (cases === 0) return <span className="quiet">{cases}</span>
  return (
    <span className="count-cell">
      <TextLink to="/projects/$projectId/failures" params={{ projectId }} search={place}>
        {cases}
      </TextLink>
      <svg width="48" height="8" aria-hidden="true">
        <rect className="count-cell-bar" width={`${(cases / most) * 100}%`} height="8" />
      </svg>
    </span>
  )
}
