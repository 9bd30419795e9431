import type { AttemptRow, TestCase } from '@assay/contracts'
import type { ResultDetail } from '@assay/contracts/hub'
import { formatDuration, formatMoney, formatTokens } from '@assay/core/wording'
import { Title } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'
import { AttemptTabs } from './attempt-tabs.tsx'
import { CaseSides } from './case-sides.tsx'
import { shownAttempt, type JudgedClaim } from './claims-of.ts'
import { PassageList } from './passage-list.tsx'
import { referencePassages, retrievedPassages } from './passages-of.ts'
import { VerdictTable } from './verdict-table.tsx'

const route = getRouteApi('/in/projects/$projectId/evaluations/$evaluationId/results/$caseId')

interface ResultBodyProps {
  readonly place: EvaluationPlace
  readonly detail: ResultDetail
  /** How sure the judge is known to be; `null`: being read. */
  readonly trust: string | null
}

export function ResultBody({ detail, trust }: ResultBodyProps): ReactElement {
  const { attempt: asked, claim } = route.useSearch()
  const shown = shownAttempt(detail, asked)
  const words = t.evaluations.result
  const reference = { testCase: detail.testCase, references: detail.references, selected: claim }
  const documents = shown?.attempt.answer?.documents
  return (
    <>
      <section className="panel" aria-labelledby="sides-title">
        <Title order={2} id="sides-title" className="visually-hidden">
          {words.answer}
        </Title>
        <AttemptTabs attempts={detail.attempts} shown={shown?.attempt.repeat ?? 0} />
        <CaseSides
          detail={detail}
          question={<PlainText text={detail.testCase.question} />}
          attempt={asked}
          selected={claim}
          claimLink={(judged) => <ClaimLink judged={judged} selected={claim} />}
        />
        {shown !== null && (
          <p className="quiet result-facts">{describeFacts(shown.attempt, detail.testCase).join(' · ')}</p>
        )}
      </section>
      <section className="panel result-part" aria-labelledby="passages-title">
        <Title order={2} id="passages-title" className="visually-hidden">
          {words.retrieved}
        </Title>
        <div className="result-columns">
          <PassageList
            title={words.retrieved}
            passages={retrievedPassages(documents ?? [], reference)}
            none={documents === undefined ? words.notRetrieved : words.nothingRetrieved}
          />
          <PassageList
            title={words.references}
            passages={referencePassages(reference)}
            none={
              detail.testCase.referenceContexts.length === 0 ? words.noReferences : words.missingReferences
            }
          />
        </div>
      </section>
      {shown !== null && shown.verdicts.length > 0 && (
        <section className="panel result-part" aria-labelledby="checks-title">
          <Title order={2} id="checks-title">
            {words.checksSaid}
          </Title>
          <VerdictTable verdicts={shown.verdicts} />
          {trust !== null && <p className="quiet result-facts">{words.sure(trust)}</p>}
        </section>
      )}
    </>
  )
}

interface ClaimLinkProps {
  readonly judged: JudgedClaim
  readonly selected: number | undefined
}

/** Lights up the evidence of a claim; once more puts it out. */
function ClaimLink({ judged: { claim, index }, selected }: ClaimLinkProps): ReactNode {
  if (claim.evidence.length === 0)
    return (
      <>
        {claim.text} <span className="quiet">{t.evaluations.result.noEvidence}</span>
      </>
    )
  const isSelected = index === selected
  return (
    <Link
      from="/projects/$projectId/evaluations/$evaluationId/results/$caseId"
      to="."
      search={(before) => ({ ...before, claim: isSelected ? undefined : index })}
      replace
      resetScroll={false}
      className="claim-link"
      aria-current={isSelected ? 'true' : undefined}
      title={t.evaluations.result.light}
    >
      {claim.text}
    </Link>
  )
}

function describeFacts({ answer, tries }: AttemptRow, { review }: TestCase): readonly string[] {
  const words = t.evaluations.result.facts
  const { usage, returnedModel, costUsd, latencyMs } = answer ?? {}
  const tokens = (usage?.input ?? 0) + (usage?.output ?? 0)
  return [
    ...(latencyMs === undefined ? [] : [formatDuration(latencyMs)]),
    ...(tokens === 0 ? [] : [words.tokens(formatTokens(tokens))]),
    ...(costUsd === undefined || costUsd === null ? [] : [formatMoney(costUsd)]),
    ...(returnedModel ? [returnedModel] : []),
    ...(tries > 1 ? [words.tries(tries)] : []),
    review === undefined ? words.notReviewed : words.reviewed(review.decision, review.by),
  ]
}
