import type { HubTestSet } from '@assay/contracts/hub'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState, type ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { BulkActions } from './bulk-actions.tsx'
import { caseColumns } from './case-columns.tsx'
import { isFiltered, noFilter, toCaseSearch, toListInput } from './case-filter.ts'
import { CaseFilterBar } from './case-filter-bar.tsx'
import { OldVersionNote } from './old-version-note.tsx'
import { useCaseChanges } from './use-case-changes.ts'

interface CaseTableProps {
  readonly projectId: string
  readonly testSetId: string
  readonly testSet: HubTestSet | undefined
}

const route = getRouteApi('/in/projects/$projectId/test-sets/$testSetId')
const none: ReadonlySet<string> = new Set()

/** The cases, read page by page while they are scrolled, with what is done to many at once. */
export function CaseTable({ projectId, testSetId, testSet }: CaseTableProps): ReactElement {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [selected, setSelected] = useState(none)
  const { text, status, type, topic, tag, language, version } = search
  const listed = useMemo(
    () => toCaseSearch({ text, status, type, topic, tag, language, version }),
    [text, status, type, topic, tag, language, version],
  )
  const mayEdit = useProjectRight(projectId, 'edit') && version === undefined
  const source = useHubPages('listCases', toListInput({ projectId, id: testSetId }, listed))
  const columns = useMemo(
    () => caseColumns({ projectId, testSetId, search: listed }),
    [projectId, testSetId, listed],
  )
  const changes = useCaseChanges({ projectId, testSetId, onDone: () => setSelected(none) })
  const filter = (change: object) => {
    setSelected(none)
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  }
  useTableKeys({ projectId, testSetId })
  return (
    <>
      {version !== undefined && testSet !== undefined && (
        <OldVersionNote testSet={testSet} version={version} />
      )}
      <DataTable
        name="cases"
        label={t.testSets.casesTable}
        counted={t.testSets.casesCounted}
        source={source}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ question, id }) => (question === '' ? id : question)}
        rowHeight={58}
        filters={
          <CaseFilterBar projectId={projectId} testSetId={testSetId} search={listed} onChange={filter} />
        }
        isFiltered={isFiltered(listed)}
        onClearFilter={() => filter(noFilter)}
        {...(mayEdit && {
          selected,
          onSelect: setSelected,
          bulkActions: (
            <BulkActions
              projectId={projectId}
              testSetId={testSetId}
              ids={selected}
              search={listed}
              total={source.total}
              onSelect={setSelected}
              changes={changes}
            />
          ),
        })}
        empty={<NoCases projectId={projectId} testSetId={testSetId} mayEdit={mayEdit} />}
      />
    </>
  )
}

type TestSetPlace = Pick<CaseTableProps, 'projectId' | 'testSetId'>

function NoCases({ mayEdit, ...params }: TestSetPlace & { readonly mayEdit: boolean }): ReactElement {
  return (
    <EmptyState
      what={t.testSets.casesEmpty}
      {...(mayEdit && {
        action: (
          <ButtonLink
            to="/projects/$projectId/test-sets/$testSetId"
            params={params}
            search={{ show: 'import' }}
          >
            {t.testSets.import}
          </ButtonLink>
        ),
      })}
      example={t.testSets.casesEmptyExample}
    />
  )
}

/** Beside those of the table itself: `n` a new case, `i` an import, `e` edits the case of the row. */
function useTableKeys({ projectId }: TestSetPlace): void {
  const navigate = route.useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const mayPropose = useProjectRight(projectId, 'review')
  useShortcuts([
    ...(mayPropose
      ? [
          {
            key: 'n',
            does: t.testSets.keys.newCase,
            run: () => void navigate({ search: { show: 'new-case' } }),
          },
        ]
      : []),
    ...(mayEdit
      ? [
          {
            key: 'i',
            does: t.testSets.keys.import,
            run: () => void navigate({ search: { show: 'import' } }),
          },
          {
            key: 'e',
            does: t.testSets.keys.edit,
            run: () => {
              const link = document.querySelector<HTMLElement>('.data-table-row[data-current="true"] a')
              link?.click()
              return link !== null
            },
          },
        ]
      : []),
  ])
}
