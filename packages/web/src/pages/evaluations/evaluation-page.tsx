import type { AssayError } from '@assay/contracts'
import type { Evaluation, EvaluationDetail } from '@assay/contracts/hub'
import { describeUnjudged } from '@assay/core/wording'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { hubQuery } from '../../api/hub-query.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { BreakdownSection } from './breakdown-section.tsx'
import { ChecksSection } from './checks-section.tsx'
import { CostSection } from './cost-section.tsx'
import { EvaluationActions } from './evaluation-actions.tsx'
import { GateList, HeadlineAnswer } from './evaluation-answer.tsx'
import type { EvaluationPlace } from './evaluation-place.ts'
import { EvaluationProgress } from './evaluation-progress.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { ReadFirst } from './read-first.tsx'
import { ResultsSection } from './results-section.tsx'
import { RetrievalSection } from './retrieval-section.tsx'
import { RunSection } from './run-section.tsx'
import { StoredProblem } from './stored-problem.tsx'
import { SurePanel } from './sure-panel.tsx'
import { TryFirstPanel } from './try-first-panel.tsx'
import { WherePanel } from './where-panel.tsx'
import { WhyPanel } from './why-panel.tsx'
import './evaluation-page.css'

const route = getRouteApi('/in/projects/$projectId/evaluations/$evaluationId')

/** The hub tells of every change; where its events do not come through, the page looks by itself. */
const watchedMs = 10_000

const isSettled = (detail: EvaluationDetail | undefined): boolean =>
  detail === undefined ||
  ['stopped', 'failed'].includes(detail.evaluation.status) ||
  (detail.evaluation.status === 'finished' && detail.summary !== null)

/** One evaluation: what came out in words, then how sure, where, why, and every case. */
export function EvaluationPage(): ReactElement {
  const { projectId, evaluationId } = route.useParams()
  const place = { projectId, evaluationId }
  const read = useQuery({
    ...hubQuery('getEvaluation', place),
    refetchInterval: ({ state: { data } }) => (isSettled(data) ? false : watchedMs),
  })
  const detail = read.data
  if (detail === undefined)
    return (
      <>
        <PageHeader question={t.evaluations.one.loading} answer={null} above={<AllLink {...place} />} />
        <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
        {read.error === null && <Skeleton height={320} />}
      </>
    )
  return (
    <>
      <EvaluationHeader detail={detail} />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      <Standing evaluation={detail.evaluation} />
      {detail.summary !== null && <Figures place={place} detail={detail} summary={detail.summary} />}
      <RunSection detail={detail} />
      {(detail.summary !== null || detail.evaluation.progress.done > 0) && (
        <ResultsSection place={place} summary={detail.summary} />
      )}
    </>
  )
}

function AllLink({ projectId }: EvaluationPlace): ReactElement {
  return (
    <TextLink to="/projects/$projectId/evaluations" params={{ projectId }} underline="always">
      {t.evaluations.all}
    </TextLink>
  )
}

function EvaluationHeader({
  detail: { evaluation, summary },
}: {
  readonly detail: EvaluationDetail
}): ReactElement {
  const { id, projectId, name, target, testSet, createdAt, archivedAt } = evaluation
  const facts = [
    name,
    ...(target.version === null ? [] : [t.evaluations.version(target.version)]),
    t.evaluations.one.cases(testSet.cases),
    ...(summary === null ? [] : [t.evaluations.one.reviewed(summary.testSet.reviewed)]),
    ...(archivedAt === null ? [] : [t.evaluations.do.isArchived]),
  ]
  return (
    <PageHeader
      question={summary?.headline.question ?? t.evaluations.one.going(target.name)}
      answer={
        summary === null ? describeStanding(evaluation) : <HeadlineAnswer headline={summary.headline} />
      }
      above={
        <>
          <AllLink projectId={projectId} evaluationId={id} />
          {` · ${facts.join(' · ')} · `}
          <RelativeTime time={createdAt} />
        </>
      }
      actions={<EvaluationActions evaluation={evaluation} />}
    />
  )
}

function describeStanding({ status, progress: { done, total } }: Evaluation): string {
  const one = t.evaluations.one
  const sentences = {
    queued: one.isQueued,
    running: one.isRunning(done, total),
    pending: one.isPending,
    stopped: one.isStopped(done, total),
    failed: one.isFailed,
    finished: one.isCounted,
  }
  return sentences[status]
}

/** Where it is not done, or broke off. */
function Standing({ evaluation }: { readonly evaluation: Evaluation }): ReactElement | null {
  const error: AssayError | null = evaluation.error
  const isDone = evaluation.status === 'finished'
  if (isDone && error === null) return null
  return (
    <div className="evaluation-standing">
      {!isDone && <EvaluationProgress key={evaluation.status} evaluation={evaluation} />}
      {error !== null && <StoredProblem error={error} />}
    </div>
  )
}

interface FiguresProps {
  readonly place: EvaluationPlace
  readonly detail: EvaluationDetail
  readonly summary: NonNullable<EvaluationDetail['summary']>
}

function Figures({ place, detail, summary }: FiguresProps): ReactElement {
  const leftOut = describeUnjudged(summary)
  return (
    <>
      <GateList gates={summary.gates} />
      <FigureTiles place={place} summary={summary} />
      {leftOut !== '' && <p className="evaluation-reading">{leftOut}</p>}
      <div className="evaluation-columns evaluation-section">
        <WherePanel place={place} summary={summary} />
        <WhyPanel place={place} attribution={summary.attribution} />
      </div>
      <ReadFirst place={place} caseIds={summary.readFirst} />
      <div className="evaluation-columns evaluation-section">
        <SurePanel place={place} detail={detail} summary={summary} />
        <TryFirstPanel suggestions={summary.suggestions} reproduce={detail.reproduce} />
      </div>
      <BreakdownSection place={place} summary={summary} />
      <ChecksSection place={place} checks={summary.checks} />
      <RetrievalSection retrieval={summary.retrieval} ragetComponents={summary.ragetComponents} />
      <CostSection latency={summary.latency} cost={summary.cost} counts={summary.counts} />
    </>
  )
}
