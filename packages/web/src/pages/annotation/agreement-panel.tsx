import type { AnnotationQueue } from '@assay/contracts/hub'
import { formatRate } from '@assay/core/wording'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import { describeScore } from './describe-score.ts'

/** How far people agree on the rows that several labelled. */
export function AgreementPanel({ queue }: { readonly queue: AnnotationQueue }): ReactElement | null {
  const { agreement, labelsPerRow } = queue
  if (labelsPerRow === 1) return null
  const words = t.annotation.queue
  return (
    <section className="panel agreement-panel">
      <h2>{words.agreement}</h2>
      {agreement === null ? (
        <p className="quiet">{words.agreementFew}</p>
      ) : (
        <dl>
          <Figure name={words.alpha} figure={describeScore(agreement.alpha, words.alike)} />
          {agreement.kappa !== null && (
            <Figure name={words.kappa} figure={describeScore(agreement.kappa, words.alike)} />
          )}
          <Figure name={words.percent} figure={formatRate(agreement.percent)} />
        </dl>
      )}
    </section>
  )
}

function Figure({ name, figure }: { readonly name: string; readonly figure: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{figure}</dd>
    </div>
  )
}
