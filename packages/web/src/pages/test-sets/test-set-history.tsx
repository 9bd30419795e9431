import { formatCount } from '@assay/core/wording'
import { Button } from '@mantine/core'
import { useMemo, type ReactElement } from 'react'
import type { PagedItem } from '../../api/hub-types.ts'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { useRestoreTestSet } from './use-restore-test-set.ts'

interface TestSetHistoryProps {
  readonly projectId: string
  readonly testSetId: string
  /** Its version now. */
  readonly current: number | undefined
}

type Version = PagedItem<'listTestSetVersions'>

/** Who changed how many cases when; any version can be seen, and gone back to. */
export function TestSetHistory({ projectId, testSetId, current }: TestSetHistoryProps): ReactElement {
  const source = useHubPages('listTestSetVersions', { projectId, testSetId, query: { limit: 100 } })
  const mayEdit = useProjectRight(projectId, 'edit')
  const columns = useMemo(
    () => historyColumns({ projectId, testSetId, current, mayEdit }),
    [projectId, testSetId, current, mayEdit],
  )
  return (
    <DataTable
      name="test-set-versions"
      label={t.testSets.historyTable}
      counted={t.testSets.historyCounted}
      source={source}
      columns={columns}
      rowKey={({ version }) => String(version)}
      empty={<EmptyState what={t.testSets.historyEmpty} />}
    />
  )
}

type ColumnOptions = TestSetHistoryProps & { readonly mayEdit: boolean }

const historyColumns = ({
  projectId,
  testSetId,
  current,
  mayEdit,
}: ColumnOptions): readonly DataColumn<Version>[] => [
  {
    id: 'version',
    title: t.testSets.version,
    width: '130px',
    cell: ({ version }) => (
      <>
        <TextLink
          to="/projects/$projectId/test-sets/$testSetId"
          params={{ projectId, testSetId }}
          search={version === current ? {} : { version }}
          underline="always"
        >
          {formatCount(version)}
        </TextLink>
        {version === current && <span className="quiet"> {t.testSets.current}</span>}
      </>
    ),
  },
  {
    id: 'what',
    title: t.testSets.historyWhat,
    width: 'minmax(0, 3fr)',
    cell: ({ note }) => (note === '' ? null : <PlainText text={note} />),
  },
  figure('added', t.testSets.added),
  figure('changed', t.testSets.changedCases),
  figure('removed', t.testSets.removed),
  { id: 'by', title: t.testSets.by, cell: ({ by }) => by.name },
  { id: 'at', title: t.testSets.at, cell: ({ at }) => <RelativeTime time={at} /> },
  ...(mayEdit
    ? [
        {
          id: 'actions',
          title: t.testSets.actions,
          width: '140px',
          cell: ({ version }: Version) =>
            version === current ? null : (
              <RestoreButton projectId={projectId} testSetId={testSetId} version={version} />
            ),
        },
      ]
    : []),
]

function figure(id: 'added' | 'changed' | 'removed', title: string): DataColumn<Version> {
  return {
    id,
    title,
    width: '90px',
    align: 'end',
    cell: (row) => (row[id] === 0 ? '' : formatCount(row[id])),
  }
}

interface RestoreButtonProps {
  readonly projectId: string
  readonly testSetId: string
  readonly version: number
}

function RestoreButton({ projectId, testSetId, version }: RestoreButtonProps): ReactElement | null {
  const { data } = useHub('getTestSet', { projectId, testSetId })
  return data === undefined ? null : <Restore testSet={data} version={version} />
}

function Restore({
  testSet,
  version,
}: {
  readonly testSet: Parameters<typeof useRestoreTestSet>[0]
  readonly version: number
}): ReactElement {
  const restore = useRestoreTestSet(testSet)
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={restore.isRunning}
      onClick={() => restore.run(version)}
    >
      {t.testSets.restore}
    </Button>
  )
}
