import type { Evaluation, RequirementStanding } from '@assay/contracts/hub'
import { useQuery } from '@tanstack/react-query'
import { hubQuery } from '../../../api/hub-query.ts'
import { useHub } from '../../../api/use-hub.ts'

interface LatestStandings {
  /** The latest that finished. */
  readonly evaluation: Evaluation | undefined
  readonly isLoading: boolean
  readonly standings: readonly RequirementStanding[] | undefined
}

/** How the requirements stand in the latest finished evaluation of the project. */
export function useLatestStandings(projectId: string): LatestStandings {
  const latest = useHub('listEvaluations', { projectId, query: { status: 'finished', limit: 1 } })
  const evaluation = latest.data?.items[0]
  const read = useQuery({
    ...hubQuery('listRequirementStandings', { projectId, query: { evaluationId: evaluation?.id ?? '' } }),
    enabled: evaluation !== undefined,
  })
  const isLoading = latest.isPending || (evaluation !== undefined && read.isPending)
  return { evaluation, standings: read.data?.items, isLoading }
}
