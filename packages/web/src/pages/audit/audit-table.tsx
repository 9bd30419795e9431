import type { AuditEntry } from '@assay/contracts/hub'
import { useMemo, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import type { DataSource } from '../../components/data-table/data-table-props.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import * as t from '../../texts/texts.ts'
import { auditColumns } from './audit-columns.tsx'
import { AuditEntryPanel } from './audit-entry-panel.tsx'
import { auditedActions } from './name-action.ts'
import type { AuditSearch } from './to-audit-query.ts'

export interface AuditAddress extends AuditSearch {
  readonly entry?: number | undefined
}

interface AuditTableProps {
  readonly source: DataSource<AuditEntry>
  /** Whose entries can be chosen. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly search: AuditAddress
  readonly onSearch: (change: AuditAddress) => void
}

/** The log, newest first, with its filter and one entry whole: all of it in the address. */
export function AuditTable({ source, people, search, onSearch }: AuditTableProps): ReactElement {
  const columns = useMemo(() => auditColumns((entry) => onSearch({ entry })), [onSearch])
  const { entry, ...filter } = search
  const nothing = {
    personId: undefined,
    action: undefined,
    subjectId: undefined,
    from: undefined,
    to: undefined,
  }
  return (
    <>
      <DataTable
        name="audit"
        label={t.audit.table}
        counted={t.audit.counted}
        source={source}
        columns={columns}
        rowKey={({ sequence }) => String(sequence)}
        rowHeight={58}
        filters={
          <FilterBar
            filters={[
              {
                kind: 'choice',
                name: 'personId',
                label: t.audit.person,
                options: people.map(({ id, name }) => ({ value: id, label: name })),
              },
              { kind: 'choice', name: 'action', label: t.audit.actionFilter, options: auditedActions },
              { kind: 'day', name: 'from', label: t.audit.from },
              { kind: 'day', name: 'to', label: t.audit.to },
            ]}
            values={{ ...filter }}
            onChange={onSearch}
          />
        }
        isFiltered={Object.values(filter).some((value) => value !== undefined)}
        onClearFilter={() => onSearch(nothing)}
        empty={<EmptyState what={t.audit.empty} />}
      />
      <AuditEntryPanel
        entry={source.rows.find(({ sequence }) => sequence === entry)}
        onClose={() => onSearch({ entry: undefined })}
      />
    </>
  )
}

/** Everybody of the hub, to choose from. */
export function useAllPeople(): readonly { readonly id: string; readonly name: string }[] {
  return useHub('listPeople', { query: { limit: 500 } }).data?.items ?? []
}
