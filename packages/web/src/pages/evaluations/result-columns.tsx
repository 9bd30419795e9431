import type { ResultRow } from '@assay/contracts/hub'
import { componentWords, formatDuration, formatOutcome } from '@assay/core/wording'
import type { ReactElement } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { TonedBadge, toneOfPassed } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import { CaseLink } from './case-link.tsx'
import type { EvaluationPlace } from './evaluation-place.ts'
import type { ResultFilter } from './result-filter.ts'

/** Columns of the table of results; a row leads to its case and takes the filter along. */
export const toResultColumns = (
  place: EvaluationPlace,
  filter: ResultFilter,
): readonly DataColumn<ResultRow>[] => [
  {
    id: 'question',
    title: t.evaluations.results.question,
    width: 'minmax(0, 2fr)',
    cell: ({ result, question }) => (
      <CaseLink place={place} caseId={result.caseId} filter={filter}>
        <PlainText text={question} />
      </CaseLink>
    ),
  },
  ...saidColumns,
  ...sortingColumns,
]

/** What was said, and whether it is right. */
const saidColumns: readonly DataColumn<ResultRow>[] = [
  {
    id: 'outcome',
    title: t.evaluations.results.outcome,
    width: 'minmax(120px, 1fr)',
    cell: ({ result }) => <TonedBadge tone={toneOfPassed(result.passed)}>{formatOutcome(result)}</TonedBadge>,
  },
  {
    id: 'answer',
    title: t.evaluations.results.answer,
    width: 'minmax(0, 2fr)',
    cell: ({ answer }) =>
      answer === null ? (
        <span className="quiet">{t.evaluations.results.noAnswer}</span>
      ) : (
        <PlainText text={answer} />
      ),
  },
]

/** What a case is of, and what people said of it. */
const sortingColumns: readonly DataColumn<ResultRow>[] = [
  {
    id: 'type',
    title: t.evaluations.results.type,
    width: 'minmax(120px, 0.8fr)',
    cell: ({ result }) => result.type,
  },
  {
    id: 'source',
    title: t.evaluations.results.source,
    width: 'minmax(96px, 0.9fr)',
    cell: ({ result }) => result.source,
  },
  {
    id: 'cause',
    title: t.evaluations.results.cause,
    width: 'minmax(88px, 0.8fr)',
    cell: ({ result }) => (result.component === null ? null : componentWords[result.component].label),
  },
  {
    id: 'topic',
    title: t.evaluations.results.topic,
    isHiddenAtFirst: true,
    cell: ({ result }) => result.topic,
  },
  {
    id: 'tags',
    title: t.evaluations.results.tag,
    isHiddenAtFirst: true,
    cell: ({ result }) => result.tags.join(', '),
  },
  {
    id: 'latency',
    title: t.evaluations.results.latency,
    width: '96px',
    align: 'end',
    isHiddenAtFirst: true,
    cell: ({ result }) => (result.latencyMs === null ? null : formatDuration(result.latencyMs)),
  },
  {
    id: 'people',
    title: t.evaluations.results.said,
    width: '104px',
    cell: (row) => <PeopleCell row={row} />,
  },
]

function PeopleCell({ row: { labels, comments } }: { readonly row: ResultRow }): ReactElement | null {
  const words = t.evaluations.results
  if (labels + comments === 0) return null
  const parts = [
    ...(labels > 0 ? [words.labels(labels)] : []),
    ...(comments > 0 ? [words.comments(comments)] : []),
  ]
  return <span className="quiet">{parts.join(', ')}</span>
}
