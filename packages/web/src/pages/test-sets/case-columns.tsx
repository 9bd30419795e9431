import type { CaseRow } from '@assay/contracts/hub'
import { formatCount } from '@assay/core/wording'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import type { CaseSearch } from './case-filter.ts'
import { TagList } from './tag-list.tsx'
import './test-sets.css'

interface ColumnOptions {
  readonly projectId: string
  readonly testSetId: string
  readonly search: CaseSearch
}

const some = (count: number): string => (count === 0 ? '' : formatCount(count))

export const caseColumns = ({
  projectId,
  testSetId,
  search,
}: ColumnOptions): readonly DataColumn<CaseRow>[] => [
  {
    id: 'question',
    title: t.testSets.question,
    width: 'minmax(0, 4fr)',
    cell: ({ id, question }) => (
      <TextLink
        to="/projects/$projectId/test-sets/$testSetId/cases/$caseId"
        params={{ projectId, testSetId, caseId: id }}
        search={search}
        className="test-sets-clamped"
      >
        {question.trim() === '' ? t.testSets.noQuestion : question}
      </TextLink>
    ),
  },
  {
    id: 'referenceAnswer',
    title: t.testSets.referenceAnswer,
    width: 'minmax(0, 3fr)',
    cell: ({ referenceAnswer }) => <span className="test-sets-clamped">{referenceAnswer}</span>,
  },
  ...kindColumns,
]

/** How a case is sorted, and who changed it. */
const kindColumns: readonly DataColumn<CaseRow>[] = [
  {
    id: 'status',
    title: t.testSets.status,
    width: '80px',
    cell: ({ status }) => (
      <span className={status === 'draft' ? 'unsure' : undefined}>{t.testSets.statuses[status]}</span>
    ),
  },
  {
    id: 'type',
    title: t.testSets.type,
    width: 'minmax(88px, 1fr)',
    cell: ({ type }) => t.testSets.types[type],
  },
  { id: 'topic', title: t.testSets.topic, width: 'minmax(88px, 1fr)', cell: ({ topic }) => topic },
  {
    id: 'tags',
    title: t.testSets.tags,
    width: 'minmax(92px, 1.2fr)',
    cell: ({ tags }) => <TagList tags={tags} />,
  },
  {
    id: 'language',
    title: t.testSets.language,
    width: '80px',
    isHiddenAtFirst: true,
    cell: ({ language }) => language,
  },
  {
    id: 'checks',
    title: t.testSets.checks,
    width: '70px',
    align: 'end',
    isHiddenAtFirst: true,
    cell: ({ checks }) => some(checks),
  },
  {
    id: 'comments',
    title: t.testSets.comments,
    width: '100px',
    align: 'end',
    cell: ({ comments }) => some(comments),
  },
  {
    id: 'changed',
    title: t.testSets.changed,
    width: '104px',
    cell: ({ changedAt }) => <RelativeTime time={changedAt} />,
  },
  {
    id: 'changedBy',
    title: t.testSets.changedBy,
    isHiddenAtFirst: true,
    cell: ({ changedBy }) => changedBy.name,
  },
]
