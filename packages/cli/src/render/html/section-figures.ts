import type { Estimate, EvaluationSummary } from '@assay/contracts'
import {
  formatCount,
  formatDuration,
  formatDurationEstimate,
  formatMoney,
  formatRate,
  formatScore,
  formatTokens,
} from '@assay/core/wording'
import { html, type Html } from './client/html.ts'
import { renderIntervalChart } from './interval-chart.ts'
import { renderFoldedTable, renderHtmlTable, renderReading, renderSection } from './page-parts.ts'

/** Retrieval figures beside RAGET's component scores. */
export const renderRetrieval = (summary: EvaluationSummary): Html =>
  renderSection(
    'retrieval',
    'Does it find the right passages?',
    html`<div class="grid">${renderRetrievalFigures(summary)}${renderRaget(summary)}</div>`,
  )

const scoreTicks = ['0', '0.25', '0.5', '0.75', '1']

function renderRetrievalFigures({ retrieval }: EvaluationSummary): Html {
  if (retrieval === null)
    return html`<div class="panel">
      <h3>Retrieval</h3>
      <p class="none">Not tested: there are no retrieved documents to compare with reference passages.</p>
    </div>`
  const { k, matchedBy } = retrieval
  const figures: readonly (readonly [string, Estimate])[] = [
    [`hit rate at ${k}`, retrieval.hitRate],
    [`recall at ${k}`, retrieval.recall],
    ['MRR', retrieval.mrr],
    [`nDCG at ${k}`, retrieval.ndcg],
    ['average precision', retrieval.averagePrecision],
    [`precision at ${k}`, retrieval.precision],
  ]
  return html`<div class="panel">
    <h3>Retrieval at ${k}</h3>
    ${renderIntervalChart({ rows: figures.map(([label, estimate]) => ({ label, estimate, figure: formatScore(estimate) })), ticks: scoreTicks })}
    ${renderReading(`For ${formatRate(retrieval.hitRate)} of the questions with a reference passage, one is among the first ${k} documents. Matched by ${matchedBy}.`)}
    ${renderFoldedTable({
      caption: `Retrieval at ${k}`,
      columns: ['Figure', 'Value', 'Interval'],
      rows: figures.map(([label, estimate]) => [label, formatScore(estimate), estimate.method]),
    })}
  </div>`
}

function renderRaget({ ragetComponents }: EvaluationSummary): Html | null {
  if (ragetComponents.length === 0) return null
  return html`<div class="panel">
    <h3>RAGET component scores</h3>
    ${renderHtmlTable({
      caption: 'RAGET component scores',
      columns: ['Component', 'Score', 'Question types behind it'],
      rows: ragetComponents.map(({ component, score, testedBy }) => [
        component,
        (score * 100).toFixed(0),
        testedBy.length === 0 ? untestedNote(component) : testedBy.join(', '),
      ]),
    })}
    ${renderReading('Computed exactly as RAGET does, to compare with its reports: means over question types, without intervals. A component that no question tests reads 100 there. For causes, read the failures by component above.')}
  </div>`
}

const untestedNote = (component: string): string =>
  /knowledge/i.test(component) ? 'spread between the best and the worst topic' : 'none: not tested'

export const renderLatencyAndCost = (summary: EvaluationSummary): Html =>
  renderSection(
    'cost',
    'How fast is it, and what does it cost?',
    html`<div class="grid">${renderLatency(summary)}${renderCost(summary)}</div>`,
  )

function renderLatency({ latency }: EvaluationSummary): Html {
  if (latency === null)
    return html`<div class="panel">
      <h3>Latency</h3>
      <p class="none">Not tested.</p>
    </div>`
  const { median, p95 } = latency
  const maximum = Math.max(1, ...[median, p95].map((estimate) => estimate.high ?? estimate.value ?? 0))
  const rows = [
    { label: 'median', estimate: median, figure: formatDurationEstimate(median) },
    { label: '95th percentile', estimate: p95, figure: formatDurationEstimate(p95) },
  ]
  return html`<div class="panel">
    <h3>Latency of one answer</h3>
    ${renderIntervalChart({ rows, maximum, ticks: [0, 0.5, 1].map((part) => formatDuration(part * maximum)) })}
    ${renderReading(`Half of the answers came within ${formatDuration(median.value ?? 0)}, 95 % within ${formatDuration(p95.value ?? 0)}.`)}
    ${renderFoldedTable({
      caption: 'Latency of one answer',
      columns: ['Figure', 'Value', 'Interval'],
      rows: rows.map(({ label, estimate, figure }) => [label, figure, estimate.method]),
    })}
  </div>`
}

function renderCost({ cost, counts }: EvaluationSummary): Html {
  const { targetUsd, judgeUsd, inputTokens, outputTokens, calls, cachedCalls } = cost
  const each = targetUsd === null || counts.finished === 0 ? null : targetUsd / counts.finished
  return html`<div class="panel">
    <h3>Cost of this evaluation</h3>
    ${renderHtmlTable({
      caption: 'Cost of this evaluation',
      columns: ['Part', 'Amount'],
      rows: [
        ['Target', formatMoney(targetUsd)],
        ['Target, each answer', formatMoney(each)],
        ['Judge', formatMoney(judgeUsd)],
        ['Input tokens', formatTokens(inputTokens)],
        ['Output tokens', formatTokens(outputTokens)],
        [
          'Model calls',
          calls === 0 ? 'none' : `${formatCount(calls)}, ${formatCount(cachedCalls)} of them from the cache`,
        ],
      ],
    })}
    ${renderReading(targetUsd === null || judgeUsd === null ? 'A price that is not known is not counted as zero.' : `${formatMoney(targetUsd + judgeUsd)} in all.`)}
  </div>`
}

export function renderRunFacts(summary: EvaluationSummary): Html {
  const { run, target, testSet, knowledgeBase, judge } = summary
  return renderSection(
    'run',
    'What was run?',
    html`<div class="panel">
      ${renderHtmlTable({
        caption: 'The run',
        columns: ['What', 'Value'],
        rows: [
          ['Run', `${run.name} (${run.id})`],
          ['Started', run.createdAt],
          ['Folder', run.folder],
          ['Target', [target.name, target.version, target.kind].filter((part) => part !== null).join(', ')],
          [
            'Returned models',
            target.returnedModels.length === 0 ? 'not given by the target' : target.returnedModels.join(', '),
          ],
          ['Test set', `${testSet.name}, ${testSet.cases} cases, ${testSet.hash}`],
          [
            'Knowledge base',
            knowledgeBase === null ? 'none' : `${knowledgeBase.name}, ${knowledgeBase.version}`,
          ],
          ['Judge', `${judge.id}, version ${judge.version}`],
        ],
      })}
    </div>`,
  )
}
