import type { AuditEntry } from '@assay/contracts/hub'
import { Drawer } from '@mantine/core'
import type { ReactElement } from 'react'
import { DiffView } from '../../components/diff-view.tsx'
import { formatMoment } from '../../figures/format-time.ts'
import * as t from '../../texts/texts.ts'
import { nameAction } from './name-action.ts'
import './audit.css'

interface AuditEntryPanelProps {
  /** `undefined`: closed. */
  readonly entry: AuditEntry | undefined
  readonly onClose: () => void
}

/** One entry whole: before and after, and the hash that chains it. */
export function AuditEntryPanel({ entry, onClose }: AuditEntryPanelProps): ReactElement {
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={entry === undefined ? '' : t.audit.entry(entry.sequence)}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      {entry !== undefined && <EntryFacts entry={entry} />}
    </Drawer>
  )
}

function EntryFacts({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const { action, subject, by, key, at, address, hash, changes } = entry
  const facts = [
    [t.audit.action, nameAction(action)],
    [t.audit.subject, `${subject.name ?? subject.id} (${subject.kind})`],
    [t.audit.who, [by?.name ?? t.audit.hub, ...(key === null ? [] : [t.audit.byKey(key.name)])].join(' ')],
    [t.audit.when, formatMoment(at)],
    ...(address === null ? [] : [[t.audit.where, address]]),
    [t.audit.hash, hash],
  ]
  return (
    <>
      <dl className="audit-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.audit.details}</h3>
      {changes.length === 0 ? <p className="quiet">{t.audit.noChanges}</p> : <DiffView changes={changes} />}
    </>
  )
}
