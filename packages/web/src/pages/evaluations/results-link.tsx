import type { ReactElement, ReactNode } from 'react'
import { TextLink } from '../../components/router-links.tsx'
import type { EvaluationPlace } from './evaluation-place.ts'
import type { ResultFilter } from './result-filter.ts'

interface ResultsLinkProps {
  readonly place: EvaluationPlace
  readonly filter: ResultFilter
  readonly children: ReactNode
}

/** Leads down to the cases behind a mark. */
export function ResultsLink({ place, filter, children }: ResultsLinkProps): ReactElement {
  return (
    <TextLink
      to="/projects/$projectId/evaluations/$evaluationId"
      params={{ projectId: place.projectId, evaluationId: place.evaluationId }}
      search={filter}
      hash="results"
    >
      {children}
    </TextLink>
  )
}
