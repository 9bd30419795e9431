import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import type { DataTableProps } from './data-table-props.ts'

type ToolsProps<Row extends object> = DataTableProps<Row> & {
  readonly model: { readonly isShown: (id: string) => boolean; readonly toggleColumn: (id: string) => void }
}

/** So many always have room. */
const fewColumns = 5

/** Above the rows: the filter, how many there are, what may be done with the selected ones. */
export function DataTableTools<Row extends object>(props: ToolsProps<Row>): ReactElement {
  const { filters, source, counted, selected, onSelect, bulkActions, columns, model } = props
  const count = selected?.size ?? 0
  return (
    <>
      {filters !== undefined && <div className="no-print">{filters}</div>}
      <div className="data-table-tools">
        <span className="data-table-count" aria-live="polite">
          {source.isLoading
            ? t.components.table.loading
            : t.components.table.count(source.rows.length, source.total, counted)}
        </span>
        {count > 0 && (
          <span className="data-table-bulk no-print">
            <span>{t.components.table.selected(count)}</span>
            {bulkActions}
            <button type="button" className="text-button" onClick={() => onSelect?.(new Set())}>
              {t.components.table.clearSelection}
            </button>
          </span>
        )}
        {columns.length > fewColumns && (
          <span className="data-table-columns">
            <ColumnsMenu columns={columns} isShown={model.isShown} onToggle={model.toggleColumn} />
          </span>
        )}
      </div>
    </>
  )
}
