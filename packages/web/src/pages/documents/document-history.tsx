import type { DocumentVersion, HubDocument } from '@assay/contracts/hub'
import { formatCount } from '@assay/core/wording'
import { NativeSelect, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useHub } from '../../api/use-hub.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { DiffView } from '../../components/diff-view.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { useRestoreDocument } from './use-restore-document.ts'
import { versionColumns } from './version-columns.tsx'
import './documents.css'

interface DocumentHistoryProps {
  readonly document: HubDocument
  readonly mayEdit: boolean
}

/** Its versions, newest first; any two compared; any one gone back to. */
export function DocumentHistory({ document, mayEdit }: DocumentHistoryProps): ReactElement {
  const { projectId, id: documentId, version: current } = document
  const source = useHubPages('listDocumentVersions', { projectId, documentId, query: { limit: 100 } })
  const restore = useRestoreDocument(document)
  const { run } = restore
  const columns = useMemo(
    () => versionColumns({ current, restore: mayEdit ? run : null }),
    [current, mayEdit, run],
  )
  return (
    <section>
      <Title order={2}>{t.documents.history}</Title>
      <ChangeProblem change={restore.change} />
      {current > 1 && <Comparison document={document} versions={source.rows} />}
      <DataTable<DocumentVersion>
        name="document-versions"
        label={t.documents.historyTable}
        counted={t.documents.historyCounted}
        source={source}
        columns={columns}
        rowKey={({ version }) => String(version)}
        empty={null}
      />
    </section>
  )
}

interface ComparisonProps {
  readonly document: HubDocument
  readonly versions: readonly DocumentVersion[]
}

/** What differs between two versions; at first between the newest and the one before it. */
function Comparison({ document, versions }: ComparisonProps): ReactElement {
  const { projectId, id: documentId, version: current } = document
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const from = typeof search.from === 'number' ? search.from : current - 1
  const to = typeof search.to === 'number' ? search.to : current
  const read = useHub('compareDocumentVersions', { projectId, documentId, query: { from, to } })
  const known = [...new Set([...versions.map(({ version }) => version), from, to])].sort((a, b) => b - a)
  const choose = (change: { from?: number; to?: number }) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, from, to, ...change }),
      replace: true,
      resetScroll: false,
    })
  const data = known.map((version) => ({ value: String(version), label: formatCount(version) }))
  return (
    <>
      <div className="document-compare no-print">
        <NativeSelect
          size="xs"
          label={t.documents.historyFrom}
          value={String(from)}
          onChange={(event) => choose({ from: Number(event.currentTarget.value) })}
          data={data}
        />
        <NativeSelect
          size="xs"
          label={t.documents.historyTo}
          value={String(to)}
          onChange={(event) => choose({ to: Number(event.currentTarget.value) })}
          data={data}
        />
      </div>
      <p className="quiet">{t.documents.differs(from, to)}</p>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data !== undefined && <DiffView changes={read.data.changes} />}
      <div className="document-compare" />
    </>
  )
}
