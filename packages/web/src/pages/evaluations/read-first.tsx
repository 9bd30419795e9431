import { Skeleton, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { CaseSides } from '../results/case-sides.tsx'
import { CaseLink } from './case-link.tsx'
import type { EvaluationPlace } from './evaluation-place.ts'

interface ReadFirstProps {
  readonly place: EvaluationPlace
  readonly caseIds: readonly string[]
}

/** Failures that tell most: question, answer and reference side by side. */
export function ReadFirst({ place, caseIds }: ReadFirstProps): ReactElement | null {
  if (caseIds.length === 0) return null
  return (
    <section className="evaluation-section" aria-labelledby="first-title">
      <Title order={2} id="first-title">
        {t.evaluations.first.title(caseIds.length)}
      </Title>
      {caseIds.map((caseId) => (
        <CaseCard key={caseId} place={place} caseId={caseId} />
      ))}
    </section>
  )
}

function CaseCard({
  place,
  caseId,
}: {
  readonly place: EvaluationPlace
  readonly caseId: string
}): ReactElement {
  const read = useHub('getResult', { ...place, caseId })
  if (read.error !== null) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
  if (read.data === undefined) return <Skeleton height={148} className="panel" />
  return (
    <article className="panel">
      <CaseSides
        detail={read.data}
        question={
          <CaseLink place={place} caseId={caseId}>
            <span className="plain-text">{read.data.testCase.question}</span>
          </CaseLink>
        }
      />
    </article>
  )
}
