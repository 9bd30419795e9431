import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'
import type { ResultFilter } from '../evaluations/result-filter.ts'
import { useNeighbours } from './use-neighbours.ts'

interface NeighbourButtonsProps {
  readonly place: EvaluationPlace
  readonly filter: ResultFilter
  readonly caseId: string
}

/** Walks through the list the case was opened from: `k` back, `j` on. */
export function NeighbourButtons({ place, filter, caseId }: NeighbourButtonsProps): ReactElement {
  const navigate = useNavigate()
  const { previous, next, position, total, isLooking } = useNeighbours(place, filter, caseId)
  const words = t.evaluations.result
  const go = (id: string | null): boolean => {
    if (id === null) return false
    void navigate({
      to: '/projects/$projectId/evaluations/$evaluationId/results/$caseId',
      params: { ...place, caseId: id },
      search: filter,
    })
    return true
  }
  useShortcuts([
    { key: 'j', does: words.nextKey, run: () => go(next) },
    { key: 'k', does: words.previousKey, run: () => go(previous) },
  ])
  return (
    <div className="neighbour-buttons">
      <Button variant="default" disabled={previous === null} onClick={() => go(previous)}>
        {words.previous}
      </Button>
      <span className="quiet nowrap" aria-live="polite">
        {position === null ? (isLooking ? '' : words.notInList) : words.position(position, total)}
      </span>
      <Button variant="default" disabled={next === null} onClick={() => go(next)}>
        {words.next}
      </Button>
    </div>
  )
}
