import type { EvaluationSummary } from '@assay/contracts'
import { formatRate, formatScore } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FoldedTable, PlainTable } from '../../components/folded-table.tsx'
import { IntervalChart } from '../../components/interval-chart.tsx'
import * as t from '../../texts/texts.ts'

type Summary = Pick<EvaluationSummary, 'retrieval' | 'ragetComponents'>

export function RetrievalSection({ retrieval, ragetComponents }: Summary): ReactElement {
  const words = t.evaluations.retrieval
  return (
    <section className="evaluation-section" id="retrieval" aria-labelledby="retrieval-title">
      <Title order={2} id="retrieval-title">
        {words.title}
      </Title>
      <div className="evaluation-columns">
        <div className="panel">
          <Title order={3}>{words.panel}</Title>
          {retrieval === null ? <p className="quiet">{words.untested}</p> : <Figures retrieval={retrieval} />}
        </div>
        {ragetComponents.length > 0 && <Raget ragetComponents={ragetComponents} />}
      </div>
    </section>
  )
}

const scoreTicks = ['0', '0.25', '0.5', '0.75', '1']

function Figures({ retrieval }: { readonly retrieval: NonNullable<Summary['retrieval']> }): ReactElement {
  const words = t.evaluations.retrieval
  const { k, hitRate, recall, mrr, ndcg, averagePrecision, precision, matchedBy } = retrieval
  const names = words.figures(k)
  const figures = [hitRate, recall, mrr, ndcg, averagePrecision, precision].map((estimate, index) => ({
    name: names[index] ?? '',
    estimate,
  }))
  return (
    <>
      <IntervalChart
        label={words.panel}
        ticks={scoreTicks}
        rows={figures.map(({ name, estimate }) => ({
          key: name,
          label: name,
          estimate,
          figure: formatScore(estimate),
        }))}
      />
      <p className="evaluation-reading">{words.reading(formatRate(hitRate), k, matchedBy)}</p>
      <FoldedTable
        caption={words.panel}
        columns={words.columns}
        rows={figures.map(({ name, estimate }) => [name, formatScore(estimate), estimate.method])}
      />
    </>
  )
}

function Raget({ ragetComponents }: Pick<Summary, 'ragetComponents'>): ReactElement {
  const words = t.evaluations.retrieval
  const noneFor = (component: string): string =>
    /knowledge/i.test(component) ? words.ragetSpread : words.ragetNone
  return (
    <div className="panel">
      <Title order={3}>{words.raget}</Title>
      <PlainTable
        caption={words.raget}
        columns={words.ragetColumns}
        rows={ragetComponents.map(({ component, score, testedBy }) => [
          component,
          (score * 100).toFixed(0),
          testedBy.length === 0 ? noneFor(component) : testedBy.join(', '),
        ])}
      />
      <p className="evaluation-reading">{words.ragetReading}</p>
    </div>
  )
}
