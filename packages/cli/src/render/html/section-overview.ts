import type { Estimate, EvaluationSummary } from '@assay/contracts'
import { describeGate } from '../findings/describe-gate.ts'
import { findGateThreshold } from '../findings/gate-threshold.ts'
import { formatCount, formatCounted, formatInterval, formatPercent } from '../format/format-figure.ts'
import { html, type Html } from './client/html.ts'
import { renderInterval } from './interval-chart.ts'
import { casesHref } from './page-parts.ts'

/** The first lines of the page: the question, the answer to it, the gates and the rates it rests on. */
export function renderOverview(summary: EvaluationSummary): Html {
  const { headline, gates } = summary
  return html`<header class="overview">
    <p class="quiet meta">${describeRun(summary)}</p>
    <h1>${headline.question}</h1>
    <p class="verdict ${verdictTones[headline.ready]}">${emphasise(headline.answer)}</p>
    ${
      gates.length > 0 &&
      html`<ul class="gates" aria-label="Gates">
        ${gates.map(renderGate)}
      </ul>`
    }
    <ul class="tiles" aria-label="Rates">
      ${renderTiles(summary)}
    </ul>
    ${describeLeftOut(summary).map((line) => html`<p class="quiet">${line}</p>`)}
  </header>`
}

const verdictTones = { yes: 'good', no: 'bad', unsure: 'unsure' } as const
const gateTones = { passed: 'good', failed: 'bad', 'not tested': 'unsure' } as const
const gateSymbols = { passed: '✓', failed: '✕', 'not tested': '?' } as const

function describeRun({ target, testSet, run }: EvaluationSummary): string {
  return [
    target.version ?? target.name,
    formatCounted(testSet.cases, 'case'),
    `${formatCount(testSet.reviewed)} reviewed`,
    run.name,
    run.createdAt.slice(0, 10),
  ].join(' · ')
}

/** The first sentence carries the verdict. */
function emphasise(answer: string): Html {
  const end = answer.search(/[.!?](\s|$)/)
  return end === -1
    ? html`<strong>${answer}</strong>`
    : html`<strong>${answer.slice(0, end + 1)}</strong>${answer.slice(end + 1)}`
}

const renderGate = (gate: EvaluationSummary['gates'][number]): Html =>
  html`<li class="badge ${gateTones[gate.outcome]}">
    <span aria-hidden="true">${gateSymbols[gate.outcome]}</span> ${describeGate(gate)}
  </li>`

function renderTiles(summary: EvaluationSummary): readonly Html[] {
  const { correctness, declining, overRefusal, retrieval, reliability, gates } = summary
  const gate = findGateThreshold(gates)
  return [
    renderTile({ label: 'Correct', estimate: correctness, gate, href: casesHref({}) }),
    renderTile({
      label: 'Declines when it should',
      estimate: declining,
      href: casesHref({ type: 'out-of-scope', outcome: 'all' }),
    }),
    renderTile({ label: 'Declines though answerable', estimate: overRefusal }),
    ...(retrieval === null
      ? []
      : [
          renderTile({
            label: `Right passage in the first ${retrieval.k}`,
            estimate: retrieval.hitRate,
            href: '#retrieval',
          }),
        ]),
    ...(reliability === null
      ? []
      : [renderTile({ label: 'Same verdict in all repeats', estimate: reliability })]),
  ]
}

interface Tile {
  readonly label: string
  readonly estimate: Estimate
  readonly gate?: number | null
  readonly href?: string
}

function renderTile({ label, estimate, gate = null, href }: Tile): Html {
  const { value, n } = estimate
  const interval = formatInterval(estimate)
  const tested = value !== null && n > 0
  return html`<li class="tile">
    <span class="tile-label">${href === undefined ? label : html`<a href="${href}">${label}</a>`}</span>
    <span class="tile-figure">${tested ? formatPercent(value) : 'not tested'}</span>
    ${renderInterval(estimate, 1, gate)}
    <span class="quiet"
      >${tested ? [...(interval === null ? [] : [interval]), `n = ${formatCount(n)}`].join(', ') : 'no case tests it'}</span
    >
  </li>`
}

function describeLeftOut({ counts, correctnessBounds }: EvaluationSummary): readonly string[] {
  const bounds =
    correctnessBounds === null
      ? ''
      : ` Correct would be ${formatPercent(correctnessBounds.low)} if all of them were wrong, ${formatPercent(correctnessBounds.high)} if all were right.`
  const unfinished = counts.cases - counts.finished
  return [
    ...(counts.notJudged > 0
      ? [`${formatCount(counts.notJudged)} of ${formatCounted(counts.cases, 'case')} not judged.${bounds}`]
      : []),
    ...(counts.errors > 0
      ? [`${formatCounted(counts.errors, 'case')} ended in an error and stand in no rate.`]
      : []),
    ...(unfinished > 0 ? [`${formatCounted(unfinished, 'case')} not run yet.`] : []),
  ]
}
