import type { Evaluation } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { evaluationColumns } from './evaluation-columns.tsx'
import { EvaluationFilters } from './evaluation-filters.tsx'
import { StartEvaluation } from './start-evaluation.tsx'
import { toEvaluationQuery } from './to-evaluation-query.ts'

const route = getRouteApi('/in/projects/$projectId/evaluations')

/** Every evaluation of the project, newest first; two of them can be compared, and one can be started. */
export function EvaluationListPage(): ReactElement {
  const { projectId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayRun = useProjectRight(projectId, 'run')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const source = useHubPages('listEvaluations', { projectId, query: toEvaluationQuery(search) })
  const { start: isStarting, ...filter } = search
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const open = (start: boolean | undefined) =>
    void navigate({ search: (before) => ({ ...before, start }), resetScroll: false })
  return (
    <>
      <PageHeader
        question={t.evaluations.list.title}
        answer={source.isLoading ? null : toAnswer(source.rows, source.total)}
        actions={mayRun ? <Button onClick={() => open(true)}>{t.evaluations.start.open}</Button> : undefined}
      />
      <DataTable
        name="evaluations"
        label={t.evaluations.list.table}
        counted={t.evaluations.list.counted}
        source={source}
        columns={evaluationColumns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        rowHeight={64}
        isFiltered={isFiltered}
        onClearFilter={() => void navigate({ search: {}, replace: true })}
        filters={<EvaluationFilters projectId={projectId} />}
        selected={selected}
        onSelect={setSelected}
        bulkActions={<CompareAction projectId={projectId} rows={source.rows} selected={selected} />}
        empty={<NoEvaluation onStart={mayRun ? () => open(true) : null} />}
      />
      {isStarting === true && mayRun && (
        <StartEvaluation projectId={projectId} onClose={() => open(undefined)} />
      )}
    </>
  )
}

function toAnswer(rows: readonly Evaluation[], total: number | undefined): string {
  if (rows.length === 0) return t.evaluations.list.none
  const count = (...wanted: readonly Evaluation['status'][]) =>
    rows.filter(({ status }) => wanted.includes(status)).length
  return `${t.evaluations.list.answer(total ?? rows.length, count('queued', 'running', 'pending'), count('failed'))}. ${t.evaluations.list.last90}`
}

interface CompareActionProps {
  readonly projectId: string
  readonly rows: readonly Evaluation[]
  readonly selected: ReadonlySet<string>
}

/** The older of the two is the baseline. */
function CompareAction({ projectId, rows, selected }: CompareActionProps): ReactElement {
  const [older, newer] = rows
    .filter(({ id }) => selected.has(id))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
  if (selected.size !== 2 || older === undefined || newer === undefined)
    return <span className="quiet">{t.evaluations.list.compareHint}</span>
  return (
    <ButtonLink
      to="/projects/$projectId/comparisons"
      params={{ projectId }}
      search={{ a: older.id, b: newer.id }}
      size="compact-sm"
    >
      {t.evaluations.list.compare}
    </ButtonLink>
  )
}

function NoEvaluation({ onStart }: { readonly onStart: (() => void) | null }): ReactElement {
  const words = t.evaluations.list
  return (
    <EmptyState
      what={words.empty}
      action={
        onStart === null ? (
          <CopyText text={words.command} label={words.commandLabel} />
        ) : (
          <Button onClick={onStart}>{t.evaluations.start.open}</Button>
        )
      }
      example={
        <>
          <p>{words.example}</p>
          {onStart !== null && (
            <>
              <p>{words.fromCommand}</p>
              <CopyText text={words.command} label={words.commandLabel} />
            </>
          )}
        </>
      }
    />
  )
}
