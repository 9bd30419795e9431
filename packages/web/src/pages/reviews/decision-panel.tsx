import type { Review } from '@assay/contracts/hub'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TonedBadge } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import { standingDecision, type Decision } from './who-decides.ts'

/** Who must decide, who did, why, and when it was opened again. */
export function DecisionPanel({ review }: { readonly review: Review }): ReactElement {
  const words = t.reviews.decisions
  return (
    <section className="panel" aria-labelledby="decisions-title">
      <Title order={2} id="decisions-title">
        {words.title}
      </Title>
      {review.requiredReviewers.length === 0 ? (
        <p className="quiet">{words.requiredNone}</p>
      ) : (
        <>
          <Title order={3}>{words.required}</Title>
          <ul className="plain-list decision-required">
            {review.requiredReviewers.map((person) => (
              <li key={person.id}>
                {person.name} <Standing decision={standingDecision(review, person.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Log review={review} />
    </section>
  )
}

function Standing({ decision }: { readonly decision: Decision | null }): ReactElement {
  const words = t.reviews.decisions
  if (decision === null) return <TonedBadge tone="unsure">{words.missing}</TonedBadge>
  return <DecisionBadge decision={decision} />
}

function DecisionBadge({ decision: { decision, outdated } }: { readonly decision: Decision }): ReactElement {
  const tone = outdated ? 'quiet' : decision === 'approve' ? 'good' : 'bad'
  return <TonedBadge tone={tone}>{t.reviews.decisions[decision]}</TonedBadge>
}

type Entry =
  | { readonly at: string; readonly decision: Decision }
  | { readonly at: string; readonly because: string }

function Log({ review }: { readonly review: Review }): ReactElement {
  const words = t.reviews.decisions
  const entries: readonly Entry[] = [
    ...review.decisions.map((decision) => ({ at: decision.at, decision })),
    ...review.reopened,
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  if (entries.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ol className="plain-list decision-log" aria-label={words.log}>
      {entries.map((entry) => (
        <li key={'decision' in entry ? `${entry.decision.by.id} ${entry.at}` : entry.at}>
          {'decision' in entry ? (
            <Decided decision={entry.decision} />
          ) : (
            <>
              <strong>{words.reopened}</strong>{' '}
              <span className="quiet">
                <RelativeTime time={entry.at} />
              </span>
              <div>
                <PlainText text={entry.because} />
              </div>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

function Decided({ decision }: { readonly decision: Decision }): ReactElement {
  const { by, why, at, outdated, own } = decision
  const words = t.reviews.decisions
  return (
    <>
      <strong>{by.name}</strong> <DecisionBadge decision={decision} />{' '}
      <span className="quiet">
        <RelativeTime time={at} />
        {own && ` · ${words.own}`}
      </span>
      {outdated && (
        <div className="unsure" title={words.outdatedHint}>
          {words.outdated}
        </div>
      )}
      <div>
        <PlainText text={why} />
      </div>
    </>
  )
}
