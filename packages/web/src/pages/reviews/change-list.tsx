import type { WhatChanged } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

/** What is not the same in two versions, before and after; what confounds first. */
export function ChangeList({
  changes,
  label,
}: {
  readonly changes: readonly WhatChanged[]
  readonly label: string
}): ReactElement {
  const sorted = changes.toSorted((a, b) => rank(a) - rank(b))
  return (
    <ul className="plain-list change-list" aria-label={label}>
      {sorted.map((change) => (
        <li key={change.what}>
          <div className="change-list-what">
            <strong>{change.what}</strong>{' '}
            {change.effect === 'confounds' && (
              <TonedBadge tone="unsure">{t.reviews.changed.effects.confounds}</TonedBadge>
            )}
          </div>
          <div className="change-list-sides">
            <Side name={t.reviews.changed.before} text={change.before} />
            <Side name={t.reviews.changed.after} text={change.after} />
          </div>
        </li>
      ))}
    </ul>
  )
}

const rank = ({ effect }: WhatChanged): number => (effect === 'confounds' ? 0 : 1)

function Side({ name, text }: { readonly name: string; readonly text: string }): ReactElement {
  return (
    <div className="change-list-side">
      <span className="quiet change-list-name">{name}</span>
      {text === '' ? <span className="quiet">{t.reviews.changed.nothing}</span> : <PlainText text={text} />}
    </div>
  )
}
