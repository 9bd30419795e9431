import type { AuditEntry } from '@assay/contracts/hub'
import { formatCount } from '@assay/core/wording'
import type { ReactElement } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import * as t from '../../texts/texts.ts'
import { nameAction } from './name-action.ts'

/** `open` shows an entry whole. */
export const auditColumns = (open: (sequence: number) => void): readonly DataColumn<AuditEntry>[] => [
  {
    id: 'action',
    title: t.audit.action,
    width: 'minmax(0, 2fr)',
    cell: ({ action, sequence }) => (
      <button
        type="button"
        className="text-button"
        data-opens
        aria-haspopup="dialog"
        title={t.audit.open(sequence)}
        onClick={() => open(sequence)}
      >
        {nameAction(action)}
      </button>
    ),
  },
  {
    id: 'subject',
    title: t.audit.subject,
    width: 'minmax(0, 1.6fr)',
    cell: ({ subject, changes }) => (
      <>
        <div>
          <PlainText text={subject.name ?? subject.id} /> <span className="quiet">{subject.kind}</span>
        </div>
        {changes.length > 0 && <div className="quiet">{t.audit.fields(changes.length)}</div>}
      </>
    ),
  },
  { id: 'who', title: t.audit.who, width: 'minmax(0, 1.2fr)', cell: (entry) => <WhoCell entry={entry} /> },
  {
    id: 'when',
    title: t.audit.when,
    width: 'minmax(96px, 0.8fr)',
    cell: ({ at }) => <RelativeTime time={at} />,
  },
  {
    id: 'where',
    title: t.audit.where,
    width: 'minmax(110px, 0.8fr)',
    cell: ({ address }) => address,
  },
  {
    id: 'sequence',
    title: t.audit.sequence,
    width: '72px',
    align: 'end',
    cell: ({ sequence }) => formatCount(sequence),
  },
]

function WhoCell({ entry: { by, key } }: { readonly entry: AuditEntry }): ReactElement {
  return (
    <>
      <div>{by?.name ?? t.audit.hub}</div>
      {key !== null && <div className="quiet">{t.audit.byKey(key.name)}</div>}
    </>
  )
}
