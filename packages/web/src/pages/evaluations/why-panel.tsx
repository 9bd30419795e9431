import type { EvaluationSummary } from '@assay/contracts'
import { componentWords, formatCount, formatRate, formatSureness, formatValue } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FoldedTable } from '../../components/folded-table.tsx'
import { toScale } from '../../figures/to-scale.ts'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { ResultsLink } from './results-link.tsx'

interface WhyPanelProps {
  readonly place: EvaluationPlace
  readonly attribution: EvaluationSummary['attribution']
}

type Cause = EvaluationSummary['attribution'][number]

/** The failures as a waterfall: each cause begins where the one before ends. */
export function WhyPanel({ place, attribution }: WhyPanelProps): ReactElement {
  const causes = attribution.toSorted((a, b) => b.cases - a.cases)
  const failures = causes.reduce((sum, { cases }) => sum + cases, 0)
  const why = t.evaluations.why
  return (
    <section className="panel" aria-labelledby="why-title">
      <Title order={2} id="why-title">
        {why.title(failures)} <span className="quiet evaluation-aside">{why.observed}</span>
      </Title>
      {failures === 0 ? (
        <p className="quiet">{why.none}</p>
      ) : (
        <>
          <Waterfall place={place} causes={causes} failures={failures} />
          <p className="evaluation-reading">{describeMost(causes, failures)}</p>
          <FoldedTable
            caption={why.caption}
            columns={why.columns}
            rows={causes.map(({ component, cases, share }) => [
              componentWords[component].label,
              formatCount(cases),
              formatRate(share),
            ])}
          />
        </>
      )}
    </section>
  )
}

interface WaterfallProps {
  readonly place: EvaluationPlace
  readonly causes: readonly Cause[]
  readonly failures: number
}

function Waterfall({ place, causes, failures }: WaterfallProps): ReactElement {
  const before = causes.map((_, index) => causes.slice(0, index).reduce((sum, { cases }) => sum + cases, 0))
  return (
    <ul className="plain-list waterfall" aria-label={t.evaluations.why.chart}>
      {causes.map(({ component, cases }, index) => (
        <li key={component} className="waterfall-row">
          <span className="waterfall-label">
            <ResultsLink place={place} filter={{ component }}>
              {componentWords[component].label}
            </ResultsLink>
            <span className="quiet waterfall-observed">{componentWords[component].observed}</span>
          </span>
          <svg className="waterfall-bar" height={16} aria-hidden="true">
            <line className="rate-dot-axis" x1="0" x2="100%" y1="15.5" y2="15.5" />
            <rect
              x={toScale(before[index] ?? 0, [0, failures])}
              width={toScale(cases, [0, failures])}
              y="2"
              height="12"
              rx="2"
            />
          </svg>
          <span className="waterfall-figure">{formatCount(cases)}</span>
        </li>
      ))}
    </ul>
  )
}

function describeMost([top]: readonly Cause[], failures: number): string {
  if (top === undefined) return ''
  const share = top.share.value === null ? '' : ` (${formatValue(top.share)}, ${formatSureness(top.share)})`
  return t.evaluations.why.most(componentWords[top.component].label, top.cases, failures, share)
}
