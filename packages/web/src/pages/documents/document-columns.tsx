import type { DocumentKind, DocumentOf, HubDocument } from '@assay/contracts/hub'
import { formatCount, formatMoney, formatPercent } from '@assay/core/wording'
import type { ReactNode } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import * as t from '../../texts/texts.ts'
import { DocumentName } from './document-name.tsx'
import { RequirementStanding } from './requirements/requirement-standing.tsx'
import { WhenText } from './schedules/when-text.tsx'
import { TestSetName } from './test-set-name.tsx'

type Column = DataColumn<HubDocument>

/** Columns of a list: what all kinds have, and what this one says. */
export const documentColumns = (kind: DocumentKind, projectId: string): readonly Column[] => [
  {
    id: 'name',
    title: t.documents.name,
    width: 'minmax(0, 2fr)',
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ id, name }) => (
      <ThingLink kind={kind} projectId={projectId} id={id}>
        {name}
      </ThingLink>
    ),
  },
  ...ownColumns[kind](projectId),
  ...(kind === 'requirement' ? [standingColumn(projectId)] : []),
  {
    id: 'version',
    title: t.documents.version,
    width: '90px',
    align: 'end',
    sortBy: ({ version }) => version,
    cell: ({ version }) => formatCount(version),
  },
  {
    id: 'changed',
    title: t.documents.changed,
    width: '136px',
    sortBy: ({ changedAt }) => changedAt,
    cell: ({ changedAt }) => <RelativeTime time={changedAt} />,
  },
  {
    id: 'by',
    title: t.documents.by,
    ...(kind === 'requirement' || kind === 'schedule' ? { isHiddenAtFirst: true as const } : {}),
    cell: ({ changedBy }) => changedBy.name,
  },
]

const standingColumn = (projectId: string): Column => ({
  id: 'standing',
  title: t.documents.standing,
  width: 'minmax(0, 2fr)',
  cell: ({ id }) => <RequirementStanding projectId={projectId} requirementId={id} />,
})

interface Own<K extends DocumentKind> {
  readonly id: string
  readonly title: string
  readonly width?: string
  readonly align?: 'end'
  readonly cell: (body: DocumentOf<K>['body']) => ReactNode
}

/** Columns that read the body of one kind. */
const own =
  <K extends DocumentKind>(kind: K, columns: (projectId: string) => readonly Own<K>[]) =>
  (projectId: string): readonly Column[] =>
    columns(projectId).map(({ cell, ...column }) => ({
      ...column,
      cell: (document) => (document.kind === kind ? cell(document.body as DocumentOf<K>['body']) : null),
    }))

const wide = 'minmax(0, 2fr)'

const ownColumns: Readonly<Record<DocumentKind, (projectId: string) => readonly Column[]>> = {
  target: own('target', () => [
    {
      id: 'connection',
      title: t.fields.connection,
      width: wide,
      cell: ({ connection }) => (
        <>
          <div>{t.fields.connectionKinds[connection.kind]}</div>
          {'url' in connection && (
            <div className="quiet">
              <PlainText text={connection.url} />
            </div>
          )}
        </>
      ),
    },
    {
      id: 'model',
      title: t.fields.model,
      cell: ({ model, connection }) => model ?? ('model' in connection ? connection.model : ''),
    },
  ]),
  model: own('model', () => [
    { id: 'provider', title: t.fields.provider, cell: ({ provider }) => provider },
    { id: 'snapshot', title: t.fields.snapshot, cell: ({ snapshot }) => <code>{snapshot}</code> },
    { id: 'weights', title: t.fields.weights, cell: ({ weights }) => t.fields.weightsOf[weights] },
    {
      id: 'price',
      title: t.fields.price,
      cell: ({ price }) =>
        price === null ? '' : `${formatMoney(price.input)} / ${formatMoney(price.output)}`,
    },
  ]),
  prompt: own('prompt', () => [
    {
      id: 'words',
      title: t.fields.messages,
      width: 'minmax(0, 4fr)',
      cell: ({ messages }) => <PlainText text={(messages[0]?.content ?? '').slice(0, 160)} />,
    },
  ]),
  'knowledge-base': own('knowledge-base', () => [
    {
      id: 'documents',
      title: t.fields.documents,
      align: 'end',
      cell: ({ documents }) => formatCount(documents),
    },
    { id: 'chunks', title: t.fields.chunks, align: 'end', cell: ({ chunks }) => formatCount(chunks) },
    { id: 'embedder', title: t.fields.embedder, cell: ({ embedder }) => embedder },
  ]),
  'training-dataset': own('training-dataset', () => [
    {
      id: 'rows',
      title: t.fields.rows,
      align: 'end',
      cell: ({ rows }) => (rows === null ? '' : formatCount(rows)),
    },
    { id: 'licence', title: t.fields.licence, cell: ({ licence }) => licence },
    {
      id: 'description',
      title: t.fields.description,
      width: wide,
      cell: ({ description }) => <PlainText text={description.slice(0, 160)} />,
    },
  ]),
  check: own('check', () => [
    { id: 'check', title: t.fields.check, cell: ({ check }) => <code>{check.check}</code> },
    {
      id: 'description',
      title: t.fields.description,
      width: wide,
      cell: ({ description }) => <PlainText text={description.slice(0, 160)} />,
    },
  ]),
  requirement: own('requirement', (projectId) => [
    {
      id: 'statement',
      title: t.fields.statement,
      width: 'minmax(0, 3fr)',
      cell: ({ statement }) => <PlainText text={statement.slice(0, 200)} />,
    },
    {
      id: 'source',
      title: t.fields.sourceKind,
      width: 'minmax(104px, 1.2fr)',
      cell: ({ source }) => (
        <>
          <div>{t.fields.sourceKinds[source.kind]}</div>
          <div className="quiet">
            <PlainText text={source.reference} />
          </div>
        </>
      ),
    },
    {
      id: 'cases',
      title: t.documents.requirementCases,
      width: 'minmax(112px, 1.2fr)',
      cell: ({ cases }) => (
        <>
          {cases.testSetIds.map((id) => (
            <div key={id}>
              <TestSetName projectId={projectId} id={id} />
            </div>
          ))}
          {cases.tags.length > 0 && <div className="quiet">{t.documents.casesOf(cases.tags.join(', '))}</div>}
        </>
      ),
    },
    {
      id: 'least',
      title: t.documents.leastColumn,
      width: '90px',
      cell: ({ least }) => formatPercent(least),
    },
  ]),
  schedule: own('schedule', (projectId) => [
    {
      id: 'when',
      title: t.fields.when,
      width: 'minmax(0, 3fr)',
      cell: ({ when, paused }) => <WhenText projectId={projectId} when={when} isPaused={paused} />,
    },
    {
      id: 'target',
      title: t.fields.target,
      cell: ({ targetId }) => <DocumentName projectId={projectId} kind="target" id={targetId} />,
    },
    {
      id: 'sets',
      title: t.fields.testSets,
      cell: ({ testSetIds }) =>
        testSetIds.map((id) => (
          <div key={id}>
            <TestSetName projectId={projectId} id={id} />
          </div>
        )),
    },
  ]),
}
