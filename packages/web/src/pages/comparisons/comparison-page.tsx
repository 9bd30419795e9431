import type { Comparison } from '@assay/contracts'
import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { ComparisonAnswer } from './comparison-answer.tsx'
import { DifferencePanel } from './difference-panel.tsx'
import { DiffersPanel } from './differs-panel.tsx'
import { EvaluationChoice } from './evaluation-choice.tsx'
import { FlipsSection } from './flips-section.tsx'
import { namesOf } from './names-of.ts'
import { RunsPanel } from './runs-panel.tsx'
import './comparison-page.css'

const route = getRouteApi('/in/projects/$projectId/comparisons')

/** Whether one evaluation is better than another, case by case. */
export function ComparisonPage(): ReactElement {
  const { projectId } = route.useParams()
  const { a, b, margin } = route.useSearch()
  if (a === undefined || b === undefined)
    return (
      <>
        <PageHeader question={t.comparisons.title} answer={t.comparisons.choose} />
        <EvaluationChoice projectId={projectId} />
      </>
    )
  return <Compared key={`${a} ${b}`} projectId={projectId} a={a} b={b} margin={margin} />
}

interface ComparedProps {
  readonly projectId: string
  readonly a: string
  readonly b: string
  /** In points; `undefined`: the hub's own. */
  readonly margin: number | undefined
}

function Compared({ projectId, a, b, margin }: ComparedProps): ReactElement {
  const query = { a, b, ...(margin === undefined ? {} : { margin: margin / 100 }) }
  const read = useHub('compareEvaluations', { projectId, query })
  const comparison = read.data
  return (
    <>
      <PageHeader
        question={comparison === undefined ? t.comparisons.title : toQuestion(comparison)}
        answer={
          comparison === undefined ? (
            read.error === null ? null : undefined
          ) : (
            <ComparisonAnswer comparison={comparison} />
          )
        }
      />
      <EvaluationChoice projectId={projectId} />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {comparison === undefined && read.error === null && <Skeleton height={320} />}
      {comparison !== undefined && (
        <>
          <div className="comparison-columns">
            <DifferencePanel comparison={comparison} />
            <DiffersPanel differs={comparison.differs} />
          </div>
          <FlipsSection projectId={projectId} comparison={comparison} />
          <RunsPanel projectId={projectId} comparison={comparison} />
        </>
      )}
    </>
  )
}

function toQuestion(comparison: Comparison): string {
  const { a, b } = namesOf(comparison)
  return t.comparisons.question(b, a)
}
