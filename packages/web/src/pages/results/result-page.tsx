import type { ResultDetail } from '@assay/contracts/hub'
import { Button, Skeleton, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { CommentThread } from '../../components/comment-thread.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'
import { HideResults } from '../evaluations/hide-results.tsx'
import { filterOf, type ResultFilter } from '../evaluations/result-filter.ts'
import { useResultHiding } from '../evaluations/use-result-hiding.ts'
import { DisagreeDialog } from './disagree-dialog.tsx'
import { FailureNotes } from './failure-notes.tsx'
import { NeighbourButtons } from './neighbour-buttons.tsx'
import { ResultAnswer } from './result-answer.tsx'
import { ResultBody } from './result-body.tsx'
import './result-page.css'

const route = getRouteApi('/in/projects/$projectId/evaluations/$evaluationId/results/$caseId')

/** One case of an evaluation: what was asked, answered and expected, what every check said, and room to disagree. */
export function ResultPage(): ReactElement {
  const { projectId, evaluationId, caseId } = route.useParams()
  const search = route.useSearch()
  const place = useMemo(() => ({ projectId, evaluationId }), [projectId, evaluationId])
  const filter = useMemo(() => filterOf(search), [search])
  const read = useHub('getResult', { ...place, caseId })
  const evaluation = useHub('getEvaluation', place)
  const mayReview = useProjectRight(projectId, 'review')
  const [isDisagreeing, disagreeing] = useDisclosure(false)
  const comment = useRef<HTMLTextAreaElement>(null)
  const detail = read.data
  return (
    <>
      <PageHeader
        question={t.evaluations.result.title}
        answer={detail === undefined ? null : <ResultAnswer detail={detail} />}
        above={
          <Above place={place} filter={filter} name={evaluation.data?.evaluation.name} caseId={caseId} />
        }
        actions={
          <>
            <NeighbourButtons place={place} filter={filter} caseId={caseId} />
            {mayReview && detail !== undefined && (
              <ReviewActions
                place={place}
                detail={detail}
                onDisagree={disagreeing.open}
                onComment={() => comment.current?.focus()}
              />
            )}
          </>
        }
      />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {detail === undefined && read.error === null && <Skeleton height={320} />}
      {detail !== undefined && (
        <ResultBody place={place} detail={detail} trust={evaluation.data?.trust ?? null} />
      )}
      <Talk place={place} caseId={caseId} field={comment} />
      {isDisagreeing && detail !== undefined && (
        <DisagreeDialog
          place={place}
          detail={detail}
          testSets={evaluation.data?.evaluation.testSet.pins ?? []}
          onClose={disagreeing.close}
        />
      )}
    </>
  )
}

interface ReviewActionsProps {
  readonly place: EvaluationPlace
  readonly detail: ResultDetail
  readonly onDisagree: () => void
  readonly onComment: () => void
}

/** What whoever reviews may do, each by one key. */
function ReviewActions({ place, detail, onDisagree, onComment }: ReviewActionsProps): ReactElement {
  useShortcuts([
    { key: 'd', does: t.evaluations.result.disagreeKey, run: onDisagree },
    { key: 'c', does: t.evaluations.result.commentKey, run: onComment },
  ])
  return (
    <>
      <HideButton place={place} detail={detail} />
      <Button onClick={onDisagree}>{t.evaluations.result.disagree}</Button>
    </>
  )
}

interface TalkProps {
  readonly place: EvaluationPlace
  readonly caseId: string
  readonly field: RefObject<HTMLTextAreaElement | null>
}

function Talk({ place, caseId, field }: TalkProps): ReactElement {
  return (
    <div className="result-talk">
      <section className="panel" aria-labelledby="comments-title">
        <Title order={2} id="comments-title">
          {t.evaluations.result.comments}
        </Title>
        <CommentThread
          key={caseId}
          projectId={place.projectId}
          subject={{ kind: 'result', id: `${place.evaluationId}/${caseId}` }}
          field={field}
        />
      </section>
      <FailureNotes place={place} caseId={caseId} />
    </div>
  )
}

interface AboveProps {
  readonly place: EvaluationPlace
  readonly filter: ResultFilter
  /** `undefined`: being read. */
  readonly name: string | undefined
  readonly caseId: string
}

function Above({ place, filter, name, caseId }: AboveProps): ReactElement {
  return (
    <>
      <TextLink
        to="/projects/$projectId/evaluations/$evaluationId"
        params={{ projectId: place.projectId, evaluationId: place.evaluationId }}
        search={filter}
        hash="results"
        underline="always"
      >
        {name ?? t.evaluations.all}
      </TextLink>
      {` · ${caseId}`}
    </>
  )
}

interface HideButtonProps {
  readonly place: EvaluationPlace
  readonly detail: ResultDetail
}

function HideButton({ place, detail: { hidden, result } }: HideButtonProps): ReactElement {
  const [isAsking, setAsking] = useState(false)
  const hiding = useResultHiding(place)
  const caseIds = [result.caseId]
  if (hidden !== null)
    return (
      <Button
        variant="default"
        loading={hiding.isRunning}
        onClick={() => void hiding.set(caseIds, { hidden: false, reason: '' })}
      >
        {t.evaluations.result.show}
      </Button>
    )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t.evaluations.result.hide}
      </Button>
      {isAsking && <HideResults place={place} caseIds={caseIds} onClose={() => setAsking(false)} />}
    </>
  )
}
