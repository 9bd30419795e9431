import type { FailureCategory, FailureNote } from '@assay/contracts/hub'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import * as t from '../../texts/texts.ts'
import { CaseLink } from '../evaluations/case-link.tsx'

const words = t.failures.table

export function noteColumns(
  projectId: string,
  categories: readonly FailureCategory[],
): readonly DataColumn<FailureNote>[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return [
    {
      id: 'text',
      title: words.text,
      width: 'minmax(0, 3fr)',
      cell: ({ evaluationId, caseId, text }) => (
        <CaseLink place={{ projectId, evaluationId }} caseId={caseId}>
          <PlainText text={text} />
        </CaseLink>
      ),
    },
    {
      id: 'category',
      title: words.category,
      width: 'minmax(120px, 1fr)',
      cell: ({ categoryId }) => nameOf(categoryId) ?? <span className="quiet">{words.noCategory}</span>,
    },
    {
      id: 'case',
      title: words.case,
      width: 'minmax(96px, 0.8fr)',
      cell: ({ caseId }) => <span className="quiet">{caseId}</span>,
    },
    {
      id: 'by',
      title: words.by,
      width: 'minmax(104px, 0.8fr)',
      cell: ({ by, at }) => (
        <>
          {by.name}
          <div className="quiet">
            <RelativeTime time={at} />
          </div>
        </>
      ),
    },
  ]
}
