import type { RequirementStanding, ReviewDetail } from '@assay/contracts/hub'
import { formatPercent } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { OpenLink } from '../../components/open-link.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { RateDot } from '../../components/rate-dot.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import { TonedBadge, type Tone } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import { GateList } from '../evaluations/evaluation-answer.tsx'
import { CaseLink } from '../evaluations/case-link.tsx'

/** How each requirement stands for the version, and what the gates say. */
export function RequirementPanel({ detail }: { readonly detail: ReviewDetail }): ReactElement {
  const { requirements, gates, review } = detail
  const words = t.reviews.requirements
  const met = requirements.filter(({ state }) => state === 'met').length
  return (
    <section className="panel" aria-labelledby="requirements-title">
      <Title order={2} id="requirements-title">
        {words.title}
      </Title>
      {requirements.length === 0 ? (
        <NoRequirement detail={detail} />
      ) : (
        <>
          <ul className="plain-list requirement-list">
            {sortByState(requirements).map((standing) => (
              <Requirement key={standing.requirement.id} standing={standing} review={review} />
            ))}
          </ul>
          <p className="review-reading">{words.reading(met, requirements.length)}</p>
        </>
      )}
      <Title order={3}>{t.reviews.gates.title}</Title>
      {gates.length === 0 ? <NoGate gates={review.gates} /> : <GateList gates={gates} />}
    </section>
  )
}

function NoRequirement({ detail: { candidate, review } }: { readonly detail: ReviewDetail }): ReactElement {
  const words = t.reviews.requirements
  if (candidate === null) return <p className="quiet">{words.notYet}</p>
  return (
    <p className="quiet">
      {words.none}{' '}
      <OpenLink to="/projects/$projectId/requirements" params={{ projectId: review.projectId }}>
        {words.write}
      </OpenLink>
    </p>
  )
}

/** Gates that were asked for and have no figure yet. */
function NoGate({ gates }: Pick<ReviewDetail['review'], 'gates'>): ReactElement {
  if (gates.length === 0) return <p className="quiet">{t.reviews.gates.none}</p>
  return (
    <GateList
      gates={gates.map((expression) => ({
        expression,
        outcome: 'not tested' as const,
        measured: 'not tested',
      }))}
    />
  )
}

const tones: Readonly<Record<RequirementStanding['state'], Tone>> = {
  met: 'good',
  'not met': 'bad',
  'not enough cases': 'unsure',
  'not tested': 'quiet',
}

const order: readonly RequirementStanding['state'][] = ['not met', 'not enough cases', 'not tested', 'met']

const sortByState = (standings: readonly RequirementStanding[]) =>
  standings.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

interface RequirementProps {
  readonly standing: RequirementStanding
  readonly review: ReviewDetail['review']
}

function Requirement({ standing, review }: RequirementProps): ReactElement {
  const { requirement, state, passing } = standing
  const words = t.reviews.requirements
  return (
    <li className="requirement-list-one">
      <div className="requirement-list-state">
        <TonedBadge tone={tones[state]}>{words.states[state]}</TonedBadge>
      </div>
      <div className="requirement-list-words">
        <strong>
          <ThingLink kind="requirement" projectId={review.projectId} id={requirement.id}>
            {requirement.name}
          </ThingLink>
        </strong>{' '}
        <span className="quiet">{describeSource(requirement)}</span>
        <div>
          <PlainText text={requirement.statement} />
        </div>
        <Failing standing={standing} review={review} />
      </div>
      <div className="requirement-list-figure">
        <RateDot estimate={passing.n === 0 ? null : passing} gate={requirement.least} width={168} />
        <div className="quiet">{describeNeed(standing)}</div>
      </div>
    </li>
  )
}

function describeSource({ source, version }: RequirementStanding['requirement']): string {
  const words = t.reviews.requirements
  const reference =
    source.reference === ''
      ? words.sources[source.kind]
      : `${words.sources[source.kind]}: ${source.reference}`
  return `${reference} · ${words.version(version)}`
}

function describeNeed({ requirement, state, wouldDo, notJudged }: RequirementStanding): string {
  const words = t.reviews.requirements
  return [
    words.least(formatPercent(requirement.least)),
    ...(state === 'not enough cases' ? [wouldDo === null ? words.noneWouldDo : words.wouldDo(wouldDo)] : []),
    ...(notJudged > 0 ? [words.notJudged(notJudged)] : []),
  ].join('; ')
}

/** So many ids the hub sends at most. */
const cut = 200

function Failing({ standing: { failing }, review }: RequirementProps): ReactElement | null {
  const { projectId, evaluationId } = review
  if (failing.length === 0) return null
  const words = t.reviews.requirements
  const count = words.failing(failing.length)
  return (
    <details className="requirement-list-failing">
      <summary>{failing.length === cut ? `${count}, ${words.cut(cut)}` : count}</summary>
      <ul className="plain-list requirement-list-cases">
        {failing.map((caseId) => (
          <li key={caseId}>
            {evaluationId === null ? (
              caseId
            ) : (
              <CaseLink place={{ projectId, evaluationId }} caseId={caseId} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
