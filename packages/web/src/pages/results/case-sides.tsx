import type { ResultDetail } from '@assay/contracts/hub'
import { componentWords, formatOutcome, toSentence } from '@assay/core/wording'
import type { ReactElement, ReactNode } from 'react'
import { MarkedText } from '../../components/marked-text.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { TonedBadge, toneOfPassed } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'
import { answerMarks } from './answer-marks.ts'
import { claimsOf, extraClaimsOf, shownAttempt, toneOfClaim, type JudgedClaim } from './claims-of.ts'
import './case-sides.css'

interface CaseSidesProps {
  readonly detail: ResultDetail
  /** The question as text, or as a link to its page. */
  readonly question: ReactNode
  /** Of its attempts; default: the one its outcome is of. */
  readonly attempt?: number | undefined
  /** Claim that is looked at. */
  readonly selected?: number | undefined
  /** Makes the text of a claim into what lights up its evidence. */
  readonly claimLink?: (claim: JudgedClaim) => ReactNode
}

/** Question, answer and reference side by side, claims marked in place. */
export function CaseSides(props: CaseSidesProps): ReactElement {
  const { detail, question, attempt, selected, claimLink } = props
  const shown = shownAttempt(detail, attempt)
  const verdicts = shown?.verdicts ?? []
  const claims = claimsOf(detail.testCase.referenceClaims, verdicts)
  const { result, testCase } = detail
  const words = t.evaluations.result
  return (
    <div className="case-sides">
      <section>
        <h3>{words.question}</h3>
        {testCase.history.length > 0 && <History messages={testCase.history} />}
        <div>{question}</div>
        <p className="quiet case-sides-facts">
          {[result.type, ...(result.source === null ? [] : [result.source])].join(' · ')}
        </p>
      </section>
      <section>
        <h3>
          {words.answer} <TonedBadge tone={toneOfPassed(result.passed)}>{formatOutcome(result)}</TonedBadge>
        </h3>
        <Answer shown={shown} claims={claims} selected={selected} />
      </section>
      <section>
        <h3>{words.reference}</h3>
        <PlainText text={testCase.referenceAnswer} />
        <Claims claims={claims} whole={testCase.referenceAnswer} claimLink={claimLink} />
      </section>
      <Why detail={detail} />
    </div>
  )
}

function History({ messages }: { readonly messages: ResultDetail['testCase']['history'] }): ReactElement {
  return (
    <ol className="case-sides-history" aria-label={t.evaluations.result.history}>
      {messages.map(({ role, content }, index) => (
        // A conversation is written once.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className="quiet">{role}</span> <PlainText text={content} />
        </li>
      ))}
    </ol>
  )
}

interface AnswerProps {
  readonly shown: ReturnType<typeof shownAttempt>
  readonly claims: readonly JudgedClaim[]
  readonly selected: number | undefined
}

function Answer({ shown, claims, selected }: AnswerProps): ReactElement {
  const words = t.evaluations.result
  const answer = shown?.attempt.answer ?? null
  if (shown === null || answer === null) {
    const error = shown?.attempt.error ?? null
    return <p className="quiet">{error === null ? words.noAnswer : `${error.code} ${error.message}`}</p>
  }
  if (answer.text === '') return <p className="quiet">{words.emptyAnswer}</p>
  const extra = extraClaimsOf(shown.verdicts) ?? 0
  return (
    <>
      <MarkedText text={answer.text} marks={answerMarks(claims, shown.verdicts, selected)} />
      {extra > 0 && <p className="quiet case-sides-facts">{words.extra(extra)}</p>}
    </>
  )
}

interface ClaimsProps {
  readonly claims: readonly JudgedClaim[]
  readonly whole: string
  readonly claimLink: CaseSidesProps['claimLink']
}

function Claims({ claims, whole, claimLink }: ClaimsProps): ReactElement | null {
  if (claims.length === 0) return null
  const isWhole = claims.length === 1 && claims[0]?.claim.text === whole
  return (
    <ul className="plain-list case-sides-claims" aria-label={t.evaluations.result.claims}>
      {claims.map((judged) => (
        <li key={judged.index}>
          <TonedBadge tone={toneOfClaim[judged.word]}>
            {t.evaluations.result.claimWords[judged.word]}
          </TonedBadge>{' '}
          {claimLink?.(judged) ?? (isWhole ? null : judged.claim.text)}
        </li>
      ))}
    </ul>
  )
}

function Why({ detail: { result } }: Pick<CaseSidesProps, 'detail'>): ReactElement | null {
  const { reason, component, componentEvidence } = result
  if (reason === null && component === null) return null
  return (
    <div className="case-sides-why">
      {reason !== null && <p>{reason}</p>}
      {component !== null && (
        <p>
          <strong>{componentWords[component].label}</strong>{' '}
          <span className="quiet">{`(${t.evaluations.why.observed})`}</span>{' '}
          {componentEvidence !== null && toSentence(componentEvidence)}
        </p>
      )}
    </div>
  )
}
