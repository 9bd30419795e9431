import type { DocumentKind, HubDocument } from '@assay/contracts/hub'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { documentColumns } from './document-columns.tsx'
import { NewDocument } from './new-document.tsx'

interface DocumentListProps {
  readonly kind: DocumentKind
  /** Between the header and the list. */
  readonly above?: ReactNode
}

/** Everything of one kind, or the form of a new one: the address says which. */
export function DocumentList({ kind, above }: DocumentListProps): ReactElement {
  const { projectId = '' } = useParams({ strict: false })
  const { name, archived, sort, make } = useSearch({ strict: false })
  const navigate = useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const isArchived = archived === 'yes'
  const source = useHubPages('listDocuments', {
    projectId,
    query: { kind, name, archived: String(isArchived), limit: 200 },
  })
  const columns = useMemo(() => documentColumns(kind, projectId), [kind, projectId])
  const search = (change: object) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true })
  if (make === 'yes' && mayEdit) return <NewDocument key={kind} projectId={projectId} kind={kind} />
  const button = mayEdit ? (
    <ButtonLink to="." search={(before: object) => ({ ...before, make: 'yes' as const })}>
      {t.documents.kinds[kind].make}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHeader
        question={t.documents.kinds[kind].listTitle}
        answer={
          source.isLoading || source.hasMore
            ? null
            : t.documents.listAnswer(kind, source.rows.length, isArchived)
        }
        actions={button}
      />
      {above}
      <DataTable<HubDocument>
        key={kind}
        name={`documents-${kind}`}
        label={t.documents.kinds[kind].listTitle}
        counted={t.documents.counted(kind)}
        source={source}
        columns={columns}
        rowKey={({ id }) => id}
        rowHeight={60}
        sort={sort}
        onSort={(next) => search({ sort: next })}
        filters={
          <FilterBar
            filters={filters}
            values={{ name, archived: isArchived ? 'yes' : undefined }}
            onChange={search}
          />
        }
        isFiltered={name !== undefined}
        onClearFilter={() => search({ name: undefined, archived: undefined })}
        empty={<NoDocument kind={kind} isArchived={isArchived} action={button} />}
      />
    </>
  )
}

interface NoDocumentProps {
  readonly kind: DocumentKind
  readonly isArchived: boolean
  readonly action: ReactNode
}

function NoDocument({ kind, isArchived, action }: NoDocumentProps): ReactElement {
  if (isArchived) return <EmptyState what={t.documents.emptyArchived} />
  const { empty, example } = t.documents.kinds[kind]
  return <EmptyState what={empty} {...(action !== undefined && { action })} example={example} />
}

const filters = [
  { kind: 'text', name: 'name', label: t.documents.name },
  {
    kind: 'choice',
    name: 'archived',
    label: t.documents.show,
    options: [{ value: 'yes', label: t.documents.archivedOnly }],
  },
] as const
