import { useEffect } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'
import { toResultQuery, type ResultFilter } from '../evaluations/result-filter.ts'

interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
  /** From 1 on; `null`: not in the list, or not found yet. */
  readonly position: number | null
  readonly total: number | undefined
  readonly isLooking: boolean
}

/** The cases beside one in the list it was opened from; the list is read on until the case is found in it. */
export function useNeighbours(place: EvaluationPlace, filter: ResultFilter, caseId: string): Neighbours {
  const { rows, total, hasMore, isLoading, isLoadingMore, loadMore } = useHubPages('listResults', {
    ...place,
    query: toResultQuery(filter),
  })
  const at = rows.findIndex(({ result }) => result.caseId === caseId)
  const isMissing = at === -1 || at === rows.length - 1
  useEffect(() => {
    if (isMissing && hasMore && !isLoadingMore) loadMore()
  }, [isMissing, hasMore, isLoadingMore, loadMore])
  return {
    previous: at <= 0 ? null : (rows[at - 1]?.result.caseId ?? null),
    next: at === -1 ? null : (rows[at + 1]?.result.caseId ?? null),
    position: at === -1 ? null : at + 1,
    total,
    isLooking: isLoading || (at === -1 && hasMore),
  }
}
