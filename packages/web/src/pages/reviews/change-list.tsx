import type { WhatChanged } from '@assay/contracts/hub'
import { useState, type ReactElement } from 'react'
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
      {text === '' ? <span className="quiet">{t.reviews.changed.nothing}</span> : <LongText text={text} />}
    </div>
  )
}

/** So much of a text stands before one asks for the rest. */
const shownLetters = 600

function LongText({ text }: { readonly text: string }): ReactElement {
  const [isWhole, setWhole] = useState(false)
  if (isWhole || text.length <= shownLetters) return <PlainText text={text} />
  return (
    <>
      <PlainText text={`${text.slice(0, shownLetters)}…`} />{' '}
      <button type="button" className="text-button no-print" onClick={() => setWhole(true)}>
        {t.reviews.changed.whole}
      </button>
    </>
  )
}
