import type { ReactElement } from 'react'
import { OpenLink } from '../../components/open-link.tsx'
import * as t from '../../texts/texts.ts'

/** Where answers are labelled. */
export function LabelHint({ projectId }: { readonly projectId: string }): ReactElement {
  const words = t.evaluations.disagree
  return (
    <p className="quiet result-hint">
      {`${words.queue} `}
      <OpenLink to="/projects/$projectId/annotation" params={{ projectId }}>
        {words.toQueue}
      </OpenLink>
    </p>
  )
}
