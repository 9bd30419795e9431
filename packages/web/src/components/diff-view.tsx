import type { BodyChange } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import * as t from '../texts/texts.ts'
import { PlainText } from './plain-text.tsx'
import './diff-view.css'

/** Where two versions of a thing differ, place by place. */
export function DiffView({ changes }: { readonly changes: readonly BodyChange[] }): ReactElement {
  if (changes.length === 0) return <p className="quiet">{t.components.changes.none}</p>
  return (
    <table className="diff-view">
      <thead>
        <tr>
          <th scope="col">{t.components.changes.place}</th>
          <th scope="col">{t.components.changes.before}</th>
          <th scope="col">{t.components.changes.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.pointer}>
            <th scope="row">{toPlace(change.pointer)}</th>
            <td data-label={t.components.changes.before}>
              {change.before === undefined ? (
                <span className="quiet">{t.components.changes.wasNotThere}</span>
              ) : (
                <del>
                  <PlainText text={toText(change.before)} />
                </del>
              )}
            </td>
            <td data-label={t.components.changes.after}>
              {change.after === undefined ? (
                <span className="quiet">{t.components.changes.isGone}</span>
              ) : (
                <ins>
                  <PlainText text={toText(change.after)} />
                </ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `/messages/0/content` → "messages › 1 › content": people count from one. */
function toPlace(pointer: string): string {
  const parts = pointer.split('/').slice(1)
  if (parts.length === 0) return t.components.changes.whole
  return parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(' › ')
}

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2)
