import type { Estimate, EvaluationSummary } from '@assay/contracts'
import {
  findGateThreshold,
  findJudgedThreshold,
  findThreshold,
  formatDuration,
  formatDurationRange,
  formatHeadlineRange,
  formatMoney,
  formatRate,
  formatSureness,
  formatValue,
  isJudgedApart,
  passedTitle,
} from '@assay/core/wording'
import type { ReactElement, ReactNode } from 'react'
import { RateDot } from '../../components/rate-dot.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { ResultsLink } from './results-link.tsx'

type Summary = Omit<EvaluationSummary, 'cases'>

interface TilesProps {
  readonly place: EvaluationPlace
  readonly summary: Summary
}

/** The rates the headline rests on, each with its interval and how many cases. */
export function FigureTiles({ place, summary }: TilesProps): ReactElement {
  const { correctness, correction, declining, overRefusal, reliability } = summary
  const one = t.evaluations.one
  return (
    <ul className="plain-list figure-tiles" aria-label={one.rates}>
      <RateTile
        label={
          <ResultsLink place={place} filter={{ passed: false }}>
            {passedTitle(summary)}
          </ResultsLink>
        }
        estimate={summary.passing}
        gate={findGateThreshold(summary)}
        range={formatHeadlineRange(summary)}
      />
      {isJudgedApart(summary) && (
        <RateTile label={one.judgedCorrect} estimate={correctness} gate={findJudgedThreshold(summary)} />
      )}
      {correction?.estimate && <RateTile label={one.corrected} estimate={correction.estimate} />}
      <RateTile
        label={
          <ResultsLink place={place} filter={{ type: 'out-of-scope' }}>
            {one.declines}
          </ResultsLink>
        }
        estimate={declining}
        gate={findThreshold(summary, ['declining'])}
      />
      <RateTile label={one.overRefusal} estimate={overRefusal} />
      <RetrievalTile {...summary} />
      {reliability !== null && <RateTile label={one.reliability} estimate={reliability} />}
      <LatencyTile {...summary} />
      <CostTile {...summary} />
    </ul>
  )
}

interface RateTileProps {
  readonly label: ReactNode
  readonly estimate: Estimate
  readonly gate?: number | null
  /** Stands in the figure's place where too many cases were not judged. */
  readonly range?: string | null
}

function RateTile({ label, estimate, gate = null, range = null }: RateTileProps): ReactElement {
  const isTested = estimate.value !== null && estimate.n > 0
  const sureness =
    range === null ? formatSureness(estimate) : t.evaluations.one.ofThoseJudged(formatRate(estimate))
  return (
    <Tile label={label} figure={range ?? formatValue(estimate)}>
      <RateDot estimate={estimate} gate={gate} withoutText />
      <span>{isTested ? sureness : t.evaluations.one.noCase}</span>
    </Tile>
  )
}

const untested: Estimate = { value: null, low: null, high: null, n: 0, method: '' }

function RetrievalTile({ retrieval }: Pick<Summary, 'retrieval'>): ReactElement {
  const { passageFound, passageFoundAt } = t.evaluations.one
  return (
    <RateTile
      label={retrieval === null ? passageFound : passageFoundAt(retrieval.k)}
      estimate={retrieval?.hitRate ?? untested}
    />
  )
}

function LatencyTile({ latency }: Pick<Summary, 'latency'>): ReactElement | null {
  if (latency === null || latency.median.value === null) return null
  const { median, p95 } = latency
  return (
    <Tile label={t.evaluations.one.latency} figure={formatDuration(latency.median.value)}>
      <span>{formatSpan(median)}</span>
      {p95.value !== null && <span>{t.evaluations.one.latencyOf(formatDuration(p95.value))}</span>}
    </Tile>
  )
}

/** "434–645 ms, n = 80": the interval of a duration. */
function formatSpan({ low, high, n }: Estimate): string {
  const interval = low === null || high === null ? [] : [formatDurationRange(low, high)]
  return [...interval, `n = ${n}`].join(', ')
}

function CostTile({ cost: { targetUsd, judgeUsd } }: Pick<Summary, 'cost'>): ReactElement {
  const { cost, costOf, unknownPrice } = t.evaluations.one
  const all = targetUsd === null || judgeUsd === null ? null : targetUsd + judgeUsd
  return (
    <Tile label={cost} figure={formatMoney(all)}>
      <span>{costOf(formatMoney(targetUsd), formatMoney(judgeUsd))}</span>
      {all === null && <span>{unknownPrice}</span>}
    </Tile>
  )
}

interface TileProps {
  readonly label: ReactNode
  readonly figure: string
  readonly children: ReactNode
}

function Tile({ label, figure, children }: TileProps): ReactElement {
  return (
    <li className="panel figure-tile">
      <span className="figure-tile-label">{label}</span>
      <span className="figure-tile-figure">{figure}</span>
      <span className="figure-tile-rest quiet">{children}</span>
    </li>
  )
}
