import type { EvaluationSummary } from '@assay/contracts'
import { Button, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { HideResults } from './hide-results.tsx'
import { filterOf, isFiltered, toResultQuery } from './result-filter.ts'
import { ResultFilters } from './result-filters.tsx'
import { toResultColumns } from './result-columns.tsx'
import { useResultHiding } from './use-result-hiding.ts'

const route = getRouteApi('/in/projects/$projectId/evaluations/$evaluationId')

interface ResultsSectionProps {
  readonly place: EvaluationPlace
  readonly summary: Omit<EvaluationSummary, 'cases'> | null
}

/** Every case, failures first, filtered by the address. */
export function ResultsSection({ place, summary }: ResultsSectionProps): ReactElement {
  const { projectId, evaluationId } = place
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayReview = useProjectRight(projectId, 'review')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const filter = useMemo(() => filterOf(search), [search])
  const source = useHubPages('listResults', { projectId, evaluationId, query: toResultQuery(filter) })
  const columns = useMemo(
    () => toResultColumns({ projectId, evaluationId }, filter),
    [projectId, evaluationId, filter],
  )
  const section = useScrollHere()
  const bulkActions = (
    <BulkActions
      place={place}
      caseIds={[...selected]}
      isHidden={filter.hidden === true}
      onDone={() => setSelected(new Set())}
    />
  )
  const clear = () => void navigate({ search: {}, replace: true, resetScroll: false })
  return (
    <section ref={section} className="evaluation-section" id="results" aria-labelledby="results-title">
      <Title order={2} id="results-title">
        {t.evaluations.results.title}
      </Title>
      <DataTable
        name="results"
        label={t.evaluations.results.table}
        counted={t.evaluations.results.counted}
        source={source}
        columns={columns}
        rowKey={({ result }) => result.caseId}
        rowName={({ question }) => question}
        rowHeight={64}
        isFiltered={isFiltered(search)}
        onClearFilter={clear}
        filters={
          <ResultFilters
            filter={filter}
            summary={summary}
            onChange={(change) =>
              void navigate({
                search: (before) => ({ ...before, ...change }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        }
        empty={<EmptyState what={t.evaluations.results.none} />}
        {...(mayReview ? { selected, onSelect: setSelected, bulkActions } : {})}
      />
    </section>
  )
}

/** An address that names this part was opened before there was anything to scroll to. */
function useScrollHere(): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (window.location.hash === '#results') section.current?.scrollIntoView()
  }, [])
  return section
}

interface BulkActionsProps {
  readonly place: EvaluationPlace
  readonly caseIds: readonly string[]
  /** The list holds the hidden ones. */
  readonly isHidden: boolean
  readonly onDone: () => void
}

function BulkActions({ place, caseIds, isHidden, onDone }: BulkActionsProps): ReactElement {
  const [isAsking, setAsking] = useState(false)
  const hiding = useResultHiding(place)
  if (isHidden)
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={hiding.isRunning}
        onClick={() => void hiding.set(caseIds, { hidden: false, reason: '' }).then(onDone)}
      >
        {t.evaluations.results.show}
      </Button>
    )
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t.evaluations.results.hide}
      </Button>
      {isAsking && (
        <HideResults place={place} caseIds={caseIds} onClose={() => setAsking(false)} onDone={onDone} />
      )}
    </>
  )
}
