import type { Estimate, EvaluationSummary } from '@assay/contracts'
import {
  describeGate,
  describeUnjudged,
  findGateThreshold,
  findJudgedThreshold,
  formatCount,
  formatCounted,
  formatHeadlineRange,
  formatRate,
  formatSureness,
  formatValue,
  isJudgedApart,
  passedTitle,
} from '@assay/core/wording'
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
    ${showUnjudged(summary)}
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
  const { correctness, correction, passing, declining, overRefusal, retrieval, reliability } = summary
  const gate = findGateThreshold(summary)
  const isJudged = summary.judge.kind !== 'none'
  return [
    renderTile({
      label: passedTitle(summary),
      estimate: passing,
      gate,
      href: casesHref({}),
      range: formatHeadlineRange(summary),
      isJudged,
    }),
    ...(isJudgedApart(summary)
      ? [
          renderTile({
            label: 'Judged correct',
            estimate: correctness,
            gate: findJudgedThreshold(summary),
            isJudged,
          }),
        ]
      : []),
    ...(correction?.estimate
      ? [renderTile({ label: 'Judged correct, corrected', estimate: correction.estimate, isJudged })]
      : []),
    renderTile({
      label: 'Declines when it should',
      estimate: declining,
      href: casesHref({ type: 'out-of-scope', outcome: 'all' }),
      isJudged,
    }),
    renderTile({ label: 'Declines though answerable', estimate: overRefusal, isJudged }),
    renderTile({
      label: retrieval === null ? 'Right passage found' : `Right passage in the first ${retrieval.k}`,
      estimate: retrieval?.hitRate ?? untested,
      href: '#retrieval',
    }),
    ...(reliability === null
      ? []
      : [renderTile({ label: 'Same verdict in all repeats', estimate: reliability })]),
  ]
}

const untested: Estimate = { value: null, low: null, high: null, n: 0, method: '' }

interface Tile {
  readonly label: string
  readonly estimate: Estimate
  readonly gate?: number | null
  readonly href?: string
  /** Stands in the figure's place where too many cases were not judged. */
  readonly range?: string | null
  /** It rests on the judge's word: the judge's card is one click away. */
  readonly isJudged?: boolean
}

function renderTile({ label, estimate, gate = null, href, range = null, isJudged = false }: Tile): Html {
  return html`<li class="tile">
    <span class="tile-label">${href === undefined ? label : html`<a href="${href}">${label}</a>`}</span>
    <span class="tile-figure">${range ?? formatValue(estimate)}</span>
    ${renderInterval(estimate, 1, gate)}
    <span class="quiet"
      >${describeTile(estimate, range)}${isJudged ? html` · <a href="#judge">judge</a>` : null}</span
    >
  </li>`
}

function describeTile(estimate: Estimate, range: string | null): string {
  if (estimate.value === null || estimate.n === 0) return 'no case tests it'
  if (range !== null) return `${formatRate(estimate)} of those judged`
  return formatSureness(estimate)
}

function showUnjudged(summary: EvaluationSummary): Html | null {
  const words = describeUnjudged(summary)
  return words === '' ? null : html`<p class="quiet">${words}</p>`
}
