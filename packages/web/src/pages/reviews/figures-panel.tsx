import type { ReviewDetail } from '@assay/contracts/hub'
import { formatDifference, formatRate } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FoldedTable } from '../../components/folded-table.tsx'
import { DifferenceChart, IntervalChart, type IntervalRow } from '../../components/interval-chart.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

/** Both versions' rates, and their paired difference with its interval and margin. */
export function FiguresPanel({ detail }: { readonly detail: ReviewDetail }): ReactElement {
  const { overall, review, moved } = detail
  const rates = ratesOf(detail)
  const words = t.reviews.figures
  const leftOut = describeLeftOut(moved, review.target.version, review.baseline?.version)
  return (
    <section className="panel" aria-labelledby="figures-title">
      <Title order={2} id="figures-title">
        {words.title}
      </Title>
      {overall === null ? (
        <p className="quiet">{review.baseline === null ? words.noBaseline : words.notYet}</p>
      ) : (
        <DifferenceChart
          label={words.difference}
          rows={[{ key: 'overall', label: words.difference, difference: overall }]}
        />
      )}
      {rates.length > 0 && (
        <IntervalChart
          label={words.passing}
          rows={rates.map((rate) => ({ ...rate, label: rateLink(detail, rate) }))}
        />
      )}
      {overall !== null && (
        <p className="review-reading">
          {[words.reading(overall.pairs), ...(leftOut === '' ? [] : [words.leftOut(leftOut)])].join(' ')}
        </p>
      )}
      <Corrected detail={detail} />
      <CompareLink detail={detail} />
      {rates.length > 0 && (
        <FoldedTable
          caption={words.title}
          columns={words.columns}
          rows={[
            ...rates.map(({ label, figure, estimate }) => [label, figure, estimate.method]),
            ...(overall === null ? [] : [[words.difference, formatDifference(overall), overall.method]]),
          ]}
        />
      )}
    </section>
  )
}

interface RateRow extends IntervalRow {
  readonly label: string
  readonly evaluationId: string | null
}

function ratesOf({ candidate, baseline, review }: ReviewDetail): readonly RateRow[] {
  const row = (
    version: number,
    estimate: ReviewDetail['candidate'],
    evaluationId: string | null,
  ): RateRow[] =>
    estimate === null
      ? []
      : [
          {
            key: String(version),
            label: t.reviews.figures.version(version),
            estimate,
            figure: formatRate(estimate),
            evaluationId,
          },
        ]
  return [
    ...row(review.target.version, candidate, review.evaluationId),
    ...(review.baseline === null ? [] : row(review.baseline.version, baseline, review.baseline.evaluationId)),
  ]
}

function rateLink({ review }: ReviewDetail, { label, evaluationId }: RateRow): ReactElement | string {
  if (evaluationId === null) return label
  return (
    <TextLink
      to="/projects/$projectId/evaluations/$evaluationId"
      params={{ projectId: review.projectId, evaluationId }}
    >
      {label}
    </TextLink>
  )
}

function describeLeftOut(
  { notPaired, onlyInCandidate, onlyInBaseline }: ReviewDetail['moved'],
  version: number,
  before: number | undefined,
): string {
  const words = t.reviews.figures
  return [
    ...(notPaired > 0 ? [words.notPaired(notPaired)] : []),
    ...(onlyInCandidate > 0 ? [words.onlyInCandidate(onlyInCandidate, version)] : []),
    ...(onlyInBaseline > 0 && before !== undefined ? [words.onlyInCandidate(onlyInBaseline, before)] : []),
  ].join(', ')
}

/** By people's labels, where there are enough of both. */
function Corrected({ detail: { corrected } }: { readonly detail: ReviewDetail }): ReactElement | null {
  const difference = corrected?.difference ?? null
  if (difference === null) return null
  return <p className="review-reading">{t.reviews.figures.corrected(formatDifference(difference))}</p>
}

function CompareLink({
  detail: { review, overall },
}: {
  readonly detail: ReviewDetail
}): ReactElement | null {
  const { projectId, evaluationId, baseline } = review
  const before = baseline?.evaluationId ?? null
  if (evaluationId === null || before === null || overall === null) return null
  return (
    <p className="review-reading no-print">
      <TextLink
        to="/projects/$projectId/comparisons"
        params={{ projectId }}
        search={{ a: before, b: evaluationId }}
      >
        {t.reviews.figures.compare}
      </TextLink>
    </p>
  )
}
