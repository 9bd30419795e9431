import type { ReactElement } from 'react'
import { MarkedText } from '../../components/marked-text.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import type { Passage } from './passages-of.ts'
import './passage-list.css'

interface PassageListProps {
  readonly title: string
  readonly passages: readonly Passage[]
  /** Said where there are none. */
  readonly none: string
}

/** Passages with the evidence in them lit up. */
export function PassageList({ title, passages, none }: PassageListProps): ReactElement {
  return (
    <section>
      <h3>{passages.length === 0 ? title : `${title} (${passages.length})`}</h3>
      {passages.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ol className="plain-list passage-list">
          {passages.map((passage) => (
            <li key={passage.key} className="passage" data-lit={passage.isLit}>
              <p className="passage-title">
                {passage.title}{' '}
                {passage.isReference && (
                  <TonedBadge tone="good">{t.evaluations.result.isReference}</TonedBadge>
                )}
              </p>
              <MarkedText text={passage.text} marks={passage.marks} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
