import { Skeleton, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { MarkedText } from '../../components/marked-text.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { TonedBadge, toneOfPassed } from '../../components/toned-badge.tsx'
import { formatOutcome } from '@assay/core/wording'
import * as t from '../../texts/texts.ts'
import { CaseLink } from '../evaluations/case-link.tsx'
import { answerMarks } from '../results/answer-marks.ts'
import { claimsOf, shownAttempt } from '../results/claims-of.ts'

interface FlipSidesProps {
  readonly projectId: string
  readonly a: string
  readonly b: string
  readonly caseId: string
}

/** One case in both evaluations: the question once, the answers side by side, the reference beside them. */
export function FlipSides({ projectId, a, b, caseId }: FlipSidesProps): ReactElement {
  const reads = {
    a: useHub('getResult', { projectId, evaluationId: a, caseId }),
    b: useHub('getResult', { projectId, evaluationId: b, caseId }),
  }
  const testCase = reads.b.data?.testCase ?? reads.a.data?.testCase
  return (
    <article className="panel flip-sides" id="sides" aria-labelledby="sides-title">
      <header className="flip-sides-head">
        <Title order={3} id="sides-title">
          {testCase === undefined ? t.comparisons.sides : <PlainText text={testCase.question} />}
        </Title>
        <TextLink
          from="/projects/$projectId/comparisons"
          to="."
          search={(before) => ({ ...before, case: undefined })}
          replace
          resetScroll={false}
          className="no-print"
        >
          {t.comparisons.closeSides}
        </TextLink>
      </header>
      {testCase !== undefined && testCase.history.length > 0 && (
        <p className="quiet plain-text">
          {testCase.history.map(({ role, content }) => `${role}: ${content}`).join('\n')}
        </p>
      )}
      <div className="flip-sides-columns">
        <Side title={t.comparisons.a} place={{ projectId, evaluationId: a }} caseId={caseId} read={reads.a} />
        <Side title={t.comparisons.b} place={{ projectId, evaluationId: b }} caseId={caseId} read={reads.b} />
        <section>
          <h4>{t.evaluations.result.reference}</h4>
          {testCase === undefined ? <Skeleton height={48} /> : <PlainText text={testCase.referenceAnswer} />}
        </section>
      </div>
    </article>
  )
}

interface SideProps {
  readonly title: string
  readonly place: { readonly projectId: string; readonly evaluationId: string }
  readonly caseId: string
  readonly read: ReturnType<typeof useHub<'getResult'>>
}

function Side({ title, place, caseId, read }: SideProps): ReactElement {
  const detail = read.data
  const shown = detail === undefined ? null : shownAttempt(detail)
  const answer = shown?.attempt.answer ?? null
  return (
    <section>
      <h4>
        {title}{' '}
        {detail !== undefined && (
          <TonedBadge tone={toneOfPassed(detail.result.passed)}>{formatOutcome(detail.result)}</TonedBadge>
        )}
      </h4>
      <ProblemNote error={read.error} />
      {detail === undefined && read.error === null && <Skeleton height={48} />}
      {detail !== undefined && answer === null && (
        <p className="quiet">{shown?.attempt.error?.message ?? t.evaluations.result.noAnswer}</p>
      )}
      {detail !== undefined && shown !== null && answer !== null && (
        <MarkedText
          text={answer.text}
          marks={answerMarks(claimsOf(detail.testCase.referenceClaims, shown.verdicts), shown.verdicts)}
        />
      )}
      {detail !== undefined && (
        <>
          <p className="quiet flip-sides-why">{detail.result.reason}</p>
          <CaseLink place={place} caseId={caseId}>
            {t.comparisons.openResult}
          </CaseLink>
        </>
      )}
    </section>
  )
}
