import type { ReactElement, ReactNode } from 'react'
import { TextLink } from '../../components/router-links.tsx'
import type { EvaluationPlace } from './evaluation-place.ts'
import type { ResultFilter } from './result-filter.ts'

interface CaseLinkProps {
  readonly place: EvaluationPlace
  readonly caseId: string
  /** Kept on the way, so that previous and next walk through the same list. */
  readonly filter?: ResultFilter
  /** Default: its id. */
  readonly children?: ReactNode
}

/** Leads to one case of an evaluation. */
export function CaseLink({ place, caseId, filter = {}, children }: CaseLinkProps): ReactElement {
  return (
    <TextLink
      to="/projects/$projectId/evaluations/$evaluationId/results/$caseId"
      params={{ projectId: place.projectId, evaluationId: place.evaluationId, caseId }}
      search={filter}
    >
      {children ?? caseId}
    </TextLink>
  )
}
