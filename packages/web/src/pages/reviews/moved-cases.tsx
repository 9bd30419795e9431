import type { MovedCase, ReviewDetail } from '@assay/contracts/hub'
import { Button, Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { PlainText } from '../../components/plain-text.tsx'
import * as t from '../../texts/texts.ts'
import { CaseLink } from '../evaluations/case-link.tsx'

interface MovedCasesProps {
  readonly detail: ReviewDetail
  readonly way: 'regressions' | 'improvements'
}

/** So many stand before one asks for more. */
const few = 8

/** The cases that fail now and passed before, or the other way round, each with what was said of it. */
export function MovedCases({ detail, way }: MovedCasesProps): ReactElement {
  const [isWhole, setWhole] = useState(false)
  const words = t.reviews.moved
  const isWorse = way === 'regressions'
  const all = detail[way]
  const total = isWorse ? detail.moved.lost : detail.moved.gained
  const shown = isWhole ? all : all.slice(0, few)
  const isUnknown = detail.candidate === null
  return (
    <section className="panel" aria-labelledby={`${way}-title`}>
      <Title order={2} id={`${way}-title`}>
        {words[way]}{' '}
        {total > 0 && <span className="quiet review-aside">{words.count(shown.length, total)}</span>}
      </Title>
      {all.length === 0 && (
        <p className="quiet">
          {isUnknown ? t.reviews.figures.notYet : isWorse ? words.noRegressions : words.noImprovements}
        </p>
      )}
      <ol className="plain-list moved-cases">
        {shown.map((moved) => (
          <li key={moved.caseId}>
            <Question detail={detail} moved={moved} />
            <div className="moved-cases-outcomes">
              <span className="quiet">{moved.from}</span>
              <span aria-hidden="true">{' → '}</span>
              <span className="visually-hidden">{` ${words.to} `}</span>
              <span className={isWorse ? 'bad' : 'good'}>{moved.to}</span>
            </div>
            {moved.because !== null && (
              <div className="quiet">
                {/* Said where the case fails: of what it was before, where it is better now. */}
                {!isWorse && `${words.from}: `}
                <PlainText text={moved.because} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {all.length > shown.length && (
        <Button className="no-print" size="compact-sm" variant="default" onClick={() => setWhole(true)}>
          {words.showAll(all.length)}
        </Button>
      )}
    </section>
  )
}

function Question({
  detail,
  moved,
}: {
  readonly detail: ReviewDetail
  readonly moved: MovedCase
}): ReactElement {
  const { projectId, evaluationId } = detail.review
  const text = <PlainText text={moved.question} />
  if (evaluationId === null) return <div>{text}</div>
  return (
    <CaseLink place={{ projectId, evaluationId }} caseId={moved.caseId}>
      {text}
    </CaseLink>
  )
}
