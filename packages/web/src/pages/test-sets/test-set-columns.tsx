import type { HubTestSet } from '@assay/contracts/hub'
import { formatCount } from '@assay/core/wording'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { TagList } from './tag-list.tsx'
import { useArchiveTestSet } from './use-archive-test-set.ts'
import './test-sets.css'

export const testSetColumns = (projectId: string, mayEdit: boolean): readonly DataColumn<HubTestSet>[] => [
  {
    id: 'name',
    title: t.testSets.name,
    width: 'minmax(0, 3fr)',
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ id, name, description }) => (
      <>
        <TextLink to="/projects/$projectId/test-sets/$testSetId" params={{ projectId, testSetId: id }}>
          {name}
        </TextLink>
        {description !== '' && (
          <div className="quiet test-sets-clamped">
            <PlainText text={description} />
          </div>
        )}
      </>
    ),
  },
  {
    id: 'active',
    title: t.testSets.activeCases,
    align: 'end',
    sortBy: ({ cases }) => cases.active,
    cell: ({ cases }) => formatCount(cases.active),
  },
  {
    id: 'drafts',
    title: t.testSets.drafts,
    align: 'end',
    sortBy: ({ cases }) => cases.draft,
    cell: ({ cases }) => formatCount(cases.draft),
  },
  {
    id: 'version',
    title: t.testSets.version,
    align: 'end',
    sortBy: ({ version }) => version,
    cell: ({ version }) => formatCount(version),
  },
  { id: 'tags', title: t.testSets.tags, cell: ({ tags }) => <TagList tags={tags} /> },
  {
    id: 'changed',
    title: t.testSets.changed,
    sortBy: ({ changedAt }) => changedAt,
    cell: ({ changedAt }) => <RelativeTime time={changedAt} />,
  },
  ...(mayEdit
    ? [
        {
          id: 'actions',
          title: t.testSets.actions,
          width: '130px',
          cell: (testSet: HubTestSet) => <ArchiveButton testSet={testSet} />,
        },
      ]
    : []),
]

function ArchiveButton({ testSet }: { readonly testSet: HubTestSet }): ReactElement {
  const archive = useArchiveTestSet(testSet, showProblem)
  return (
    <Button size="compact-sm" variant="default" loading={archive.isRunning} onClick={archive.toggle}>
      {testSet.archivedAt === null ? t.testSets.archive : t.testSets.unarchive}
    </Button>
  )
}
