import type { EvaluationSummary } from '@assay/contracts'
import {
  componentWords,
  describeJudge,
  describeSliceName,
  findGateThreshold,
  formatCount,
  formatCounted,
  formatInterval,
  formatPercent,
  formatRate,
  formatShare,
  toSentence,
} from '@assay/core/wording'
import { describeFlaky } from '../findings/describe-flaky.ts'
import { findWeakSlices } from '../findings/weak-slices.ts'
import { renderCaseCard } from './client/case-view.ts'
import { html, type Html } from './client/html.ts'
import type { CaseData } from './client/report-data.ts'
import { renderIntervalChart, type IntervalRow } from './interval-chart.ts'
import { casesHref, renderFoldedTable, renderReading } from './page-parts.ts'
import { sortRows } from './slice-rows.ts'

/** Where it fails beside why: the second half of the first screen. */
export const renderWhereAndWhy = (summary: EvaluationSummary): Html =>
  html`<div class="columns panels">${renderWhere(summary)}${renderWhy(summary)}</div>`

function renderWhere(summary: EvaluationSummary): Html {
  const gate = findGateThreshold(summary)
  const types = sortRows(summary.slices.find(({ by }) => by === 'type')?.rows ?? [])
  const others = findWeakSlices(summary, 6)
    .filter(({ by }) => by !== 'type')
    .slice(0, 3)
  const rows: readonly IntervalRow[] = [
    ...types.map((row) => ({
      label: row.value,
      estimate: row.correct,
      figure: formatRate(row.correct),
      href: casesHref({ type: row.value }),
    })),
    ...others.map(({ by, row }) => ({
      label: describeSliceName(by, row.value),
      estimate: row.correct,
      figure: formatRate(row.correct),
      href: casesHref({ [by]: row.value }),
    })),
  ]
  return html`<section class="panel" aria-labelledby="where-title">
    <h2 id="where-title">Where it fails</h2>
    ${renderIntervalChart({ rows, gate: gate === null ? null : { at: gate, label: `gate ${formatPercent(gate)}` } })}
    ${renderReading(describeWeakest(summary))}
  </section>`
}

function describeWeakest(summary: EvaluationSummary): string {
  const weak = findWeakSlices(summary, 3)
  if (weak.length === 0) return 'No slice is weaker than the rest beyond chance.'
  const parts = weak.map(
    ({ by, row, cause }) =>
      `${describeSliceName(by, row.value)} ${formatRate(row.correct)}${cause === null ? '' : `, ${cause}`}`,
  )
  return `Weaker than the rest, found by looking (exploratory): ${parts.join('; ')}. A row leads to its failures.`
}

function renderWhy({ attribution }: EvaluationSummary): Html {
  const failures = attribution.reduce((sum, { cases }) => sum + cases, 0)
  const rows = [...attribution].sort((a, b) => b.cases - a.cases)
  const bars = rows.map(
    ({ component, cases }) =>
      html`<li>
        <a class="row" href="${casesHref({ component, outcome: 'all' })}"
          ><span class="row-label">${componentWords[component].label}</span
          ><svg class="bar" aria-hidden="true" focusable="false">
            <rect
              width="${((cases / Math.max(1, rows[0]?.cases ?? 1)) * 100).toFixed(2)}%"
              height="100%"
              rx="2"
            /></svg
          ><span class="row-figure">${cases}</span></a
        >
      </li>`,
  )
  return html`<section class="panel" aria-labelledby="why-title">
    <h2 id="why-title">
      Why: ${formatCounted(failures, 'failure')} <span class="quiet">observed, not proven</span>
    </h2>
    ${
      failures === 0
        ? html`<p class="none">Nothing failed.</p>`
        : html`<ul class="rows causes">
            ${bars}
          </ul>`
    }
    ${renderReading(describeCauses(rows, failures))}
    ${
      failures > 0 &&
      renderFoldedTable({
        caption: 'Failures by component, observed',
        columns: ['Component', 'Failures', 'Share of failures'],
        rows: rows.map(({ component, cases, share }) => [
          componentWords[component].label,
          String(cases),
          formatRate(share),
        ]),
      })
    }
  </section>`
}

function describeCauses(rows: EvaluationSummary['attribution'], failures: number): string {
  const [top] = rows
  if (top === undefined) return 'No failure was observed.'
  const interval = formatInterval(top.share)
  const share =
    top.share.value === null
      ? ''
      : ` (${formatShare(top.share.value)} %${interval === null ? '' : `, ${interval}`})`
  return `Most often ${componentWords[top.component].label}: ${top.cases} of ${formatCounted(failures, 'failure')}${share}.`
}

export function renderReadFirst(summary: EvaluationSummary, cases: readonly CaseData[]): Html | null {
  const first = summary.readFirst.flatMap((id) => cases.filter((data) => data.id === id))
  if (first.length === 0) return null
  const cards = first.map((data) => renderCaseCard(data, casesHref({ outcome: 'all', case: data.id })))
  return html`<section id="read-first" aria-labelledby="read-first-title">
    <h2 id="read-first-title">
      ${first.length === 1 ? 'Read this one first' : `Read these ${numberWord(first.length)} first`}
    </h2>
    ${cards}
  </section>`
}

const numberWord = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? String(count)

/** How sure, beside what to try. */
export const renderTrust = (summary: EvaluationSummary, retestCommand: string | undefined): Html =>
  html`<div class="columns panels">
    <section class="panel" aria-labelledby="sure-title">
      <h2 id="sure-title">How sure</h2>
      <ul class="facts">
        ${describeTrust(summary).map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
    <section class="panel" aria-labelledby="try-title">
      <h2 id="try-title">Try first</h2>
      ${renderSuggestions(summary, retestCommand)}
    </section>
  </div>`

function describeTrust(summary: EvaluationSummary): readonly string[] {
  const { judge, passing, testSet, flaky } = summary
  const clustered =
    passing.clusters === undefined
      ? `${passing.method}.`
      : `${passing.method}, over ${formatCounted(passing.clusters, 'independent group')} of cases.`
  const measured = judge.measured
  return [
    toSentence(describeJudge(summary)),
    `Judge ${judge.id}, version ${judge.version}.`,
    ...(measured === null
      ? []
      : [
          `Measured on ${formatCount(measured.n)} labelled answers (${measured.on}): accepts ${formatRate(measured.truePositiveRate)} of the right ones, rejects ${formatRate(measured.trueNegativeRate)} of the wrong ones.`,
        ]),
    `Intervals: ${clustered}`,
    testSet.reviewed === 0
      ? 'No test case was reviewed by a person.'
      : `${testSet.reviewed} of ${formatCounted(testSet.cases, 'test case')} reviewed by a person.`,
    ...(testSet.stale > 0
      ? [`${formatCounted(testSet.stale, 'test case')} no longer stand in the knowledge base.`]
      : []),
    ...(flaky === null ? ['Each question was asked once: reliability is not tested.'] : []),
    ...describeFlaky(summary).map(toSentence),
  ]
}

function renderSuggestions({ suggestions }: EvaluationSummary, retestCommand: string | undefined): Html {
  const items = suggestions.map(
    ({ text, cases }) =>
      html`<li>
        ${toSentence(text)}
        <span class="quiet">${formatCounted(cases, 'case')}</span>
      </li>`,
  )
  return html`${
    items.length === 0
      ? html`<p class="none">Nothing stands out.</p>`
      : html`<ol class="facts">
          ${items}
        </ol>`
  }
  ${retestCommand !== undefined && html`<p class="command"><code>${retestCommand}</code> <button type="button" class="needs-script" data-copy="${retestCommand}">Copy the re-test command</button></p>`}`
}
