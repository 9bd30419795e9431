import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import './view-links.css'

interface ViewLinksProps {
  readonly label: string
  readonly views: readonly {
    readonly label: string
    readonly search: Readonly<Record<string, unknown>>
    readonly isCurrent: boolean
  }[]
}

/** Views of one page, each with an address of its own. */
export function ViewLinks({ label, views }: ViewLinksProps): ReactElement {
  return (
    <nav className="view-links no-print" aria-label={label}>
      {views.map((view) => (
        <Link
          key={view.label}
          to="."
          search={() => view.search}
          activeProps={{}}
          // Views of the same page differ in their search alone; `isCurrent` decides.
          activeOptions={{ exact: true }}
          aria-current={view.isCurrent ? 'page' : undefined}
        >
          {view.label}
        </Link>
      ))}
    </nav>
  )
}
