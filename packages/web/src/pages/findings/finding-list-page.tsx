import { findingSchema, type Finding } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { findingColumns } from './finding-columns.tsx'
import { ImportFindings } from './import-findings.tsx'
import { NewFinding } from './new-finding.tsx'

const route = getRouteApi('/in/projects/$projectId/findings')
const { severity: severities, status: statuses, kind: kinds } = findingSchema.shape

/** What is known to be wrong, the most severe first. */
export function FindingListPage(): ReactElement {
  const { projectId } = route.useParams()
  const { status, severity, kind, show } = route.useSearch()
  const navigate = route.useNavigate()
  const mayReview = useProjectRight(projectId, 'review')
  const mayEdit = useProjectRight(projectId, 'edit')
  const source = useHubPages('listFindings', { projectId, query: { status, severity, kind, limit: 100 } })
  const isFiltered = status !== undefined || severity !== undefined || kind !== undefined
  const words = t.findings.list
  const open = (what: 'import' | 'new' | undefined) =>
    void navigate({ search: (before) => ({ ...before, show: what }), resetScroll: false })
  const add = mayReview ? (
    <Button variant={mayEdit ? 'default' : 'filled'} onClick={() => open('new')}>
      {words.add}
    </Button>
  ) : undefined
  const bring = mayEdit ? <Button onClick={() => open('import')}>{words.import}</Button> : undefined
  return (
    <>
      <PageHeader
        question={words.title}
        answer={source.isLoading ? null : isFiltered || source.hasMore ? undefined : toAnswer(source.rows)}
        actions={
          <>
            {bring}
            {add}
          </>
        }
      />
      <DataTable
        name="findings"
        label={words.table}
        counted={words.counted}
        source={source}
        columns={findingColumns}
        rowKey={({ id }) => id}
        rowHeight={60}
        isFiltered={isFiltered}
        onClearFilter={() => void navigate({ search: {}, replace: true })}
        filters={
          <FilterBar
            filters={filters}
            values={{ severity, status, kind }}
            onChange={(change) =>
              void navigate({ search: (before) => ({ ...before, ...toFilter(change) }), replace: true })
            }
          />
        }
        empty={<EmptyState what={words.empty} action={bring ?? add} example={words.example} />}
      />
      {show === 'import' && mayEdit && (
        <ImportFindings projectId={projectId} onClose={() => open(undefined)} />
      )}
      {show === 'new' && mayReview && <NewFinding projectId={projectId} onClose={() => open(undefined)} />}
    </>
  )
}

const filters = [
  {
    kind: 'choice',
    name: 'severity',
    label: t.findings.list.severity,
    options: severities.options.map((value) => ({ value, label: t.findings.severities[value] })),
  },
  {
    kind: 'choice',
    name: 'status',
    label: t.findings.list.status,
    options: statuses.options.map((value) => ({ value, label: t.findings.statuses[value] })),
  },
  {
    kind: 'choice',
    name: 'kind',
    label: t.findings.list.kind,
    options: kinds.options.map((value) => ({ value, label: t.findings.kinds[value] })),
  },
] as const

function toFilter(change: Readonly<Record<string, string | undefined>>) {
  return {
    ...('severity' in change ? { severity: severities.optional().parse(change['severity']) } : {}),
    ...('status' in change ? { status: statuses.optional().parse(change['status']) } : {}),
    ...('kind' in change ? { kind: kinds.optional().parse(change['kind']) } : {}),
  }
}

function toAnswer(findings: readonly Finding[]): string {
  if (findings.length === 0) return t.findings.list.none
  const open = findings.filter(({ status }) => status === 'open' || status === 'in progress')
  return t.findings.list.answer(open.length, open.filter(({ severity }) => severity === 'critical').length)
}
