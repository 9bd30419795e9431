import type { EvaluationSummary } from '@assay/contracts'
import type { EvaluationDetail } from '@assay/contracts/hub'
import { describeCorrection, formatRate, toSentence } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { OpenLink } from '../../components/open-link.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { ResultsLink } from './results-link.tsx'
import { CaseLink } from './case-link.tsx'

type Summary = Omit<EvaluationSummary, 'cases'>

interface SurePanelProps {
  readonly place: EvaluationPlace
  readonly detail: EvaluationDetail
  readonly summary: Summary
}

/** How far the figures can be trusted. */
export function SurePanel({ place, detail: { trust, evaluation }, summary }: SurePanelProps): ReactElement {
  const { judge, flaky } = summary
  const sure = t.evaluations.sure
  return (
    <section className="panel" id="sure" aria-labelledby="sure-title">
      <Title order={2} id="sure-title">
        {sure.title}
      </Title>
      <ul className="evaluation-facts">
        <li>{toSentence(trust)}</li>
        {judge.kind !== 'none' && <JudgeFacts place={place} summary={summary} />}
        {describeGround(summary).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {flaky === null && <li>{sure.askedOnce}</li>}
        {flaky !== null && flaky.cases.length > 0 && (
          <li>
            {(flaky.quarantined ? sure.quarantined : sure.flaky)(flaky.cases.length)}
            {flaky.cases.slice(0, 5).map(({ caseId }, index) => (
              <span key={caseId}>
                {index > 0 && ', '}
                <CaseLink place={place} caseId={caseId} />
              </span>
            ))}
            {flaky.cases.length > 5 && ' …'}
          </li>
        )}
        {evaluation.hidden > 0 && (
          <li>
            <ResultsLink place={place} filter={{ hidden: true }}>
              {sure.hidden(evaluation.hidden)}
            </ResultsLink>
          </li>
        )}
      </ul>
    </section>
  )
}

function JudgeFacts({ place, summary }: Pick<SurePanelProps, 'place' | 'summary'>): ReactElement {
  const { judge, correction } = summary
  const sure = t.evaluations.sure
  const measured = judge.measured
  return (
    <>
      <li>{sure.judge(judge.id, judge.version)}</li>
      {measured !== null && (
        <li>
          {sure.measured(
            measured.n,
            measured.on,
            formatRate(measured.truePositiveRate),
            formatRate(measured.trueNegativeRate),
          )}
        </li>
      )}
      <li>
        {correction === null ? sure.noLabels : sure.correction(describeCorrection(correction))}{' '}
        {correction?.estimate ? (
          correction.estimate.method
        ) : (
          <OpenLink
            to="/projects/$projectId/annotation"
            params={{ projectId: place.projectId }}
            search={{ evaluationId: place.evaluationId }}
          >
            {sure.label}
          </OpenLink>
        )}
      </li>
    </>
  )
}

function describeGround({ passing, testSet }: Summary): readonly string[] {
  const sure = t.evaluations.sure
  return [
    passing.clusters === undefined
      ? sure.intervals(passing.method)
      : sure.clusters(passing.method, passing.clusters),
    testSet.reviewed === 0 ? sure.noneReviewed : sure.reviewed(testSet.reviewed, testSet.cases),
    ...(testSet.stale > 0 ? [sure.stale(testSet.stale)] : []),
  ]
}
