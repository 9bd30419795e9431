import { formatCount } from '@assay/core/wording'
import { html, joinHtml, type Html } from './client/html.ts'
import type { CaseData } from './client/report-data.ts'
import {
  filterFields,
  valuesOf,
  outcomeAll,
  outcomeDisputed,
  outcomeFailed,
  type FilterField,
} from './client/explorer-state.ts'
import { renderSection } from './page-parts.ts'

const fieldTitles: Readonly<Record<FilterField, string>> = {
  type: 'Type',
  topic: 'Topic',
  component: 'Component',
  level: 'Level',
  language: 'Language',
  source: 'Source',
  tag: 'Tag',
  length: 'Length',
}

/** The frame of the failure explorer; the page's script fills it. */
export const renderCases = (cases: readonly CaseData[], all: number): Html =>
  renderSection(
    'cases',
    'Which cases fail?',
    html`${cases.length < all ? html`<p>The list holds ${formatCount(cases.length)} of ${formatCount(all)} cases, failures first; the figures above cover all.</p>` : null}
      <p class="needs-no-script none">
        The list of cases needs the page's script, which is part of this file. The three cases to read first
        stand above.
      </p>
      <form id="case-filters" class="filters needs-script" role="search" aria-label="Cases">
        <label class="search"
          >Words
          <input
            type="search"
            id="case-words"
            name="q"
            autocomplete="off"
            placeholder="in question, answer, reference"
        /></label>
        <label
          >Outcome
          <select name="outcome">
            ${renderOutcomeOptions(cases)}
          </select></label
        >
        ${joinHtml(filterFields.map((field) => renderFilter(field, cases)))}
      </form>
      <div class="list-head needs-script">
        <p id="case-count" role="status"></p>
        <button type="button" id="clear-filters">Clear the filters</button>
        <p id="case-disputed" hidden>
          <a href="#cases?outcome=disputed"><span id="disputed-count">0</span> disputed</a>
          <button type="button" id="copy-disputed">Copy them</button>
        </p>
        <button type="button" id="open-help">Keys</button>
      </div>
      <div class="explorer needs-script">
        <div id="case-viewport" class="viewport">
          <ul id="case-list" class="case-list" aria-label="Cases"></ul>
        </div>
        <div id="case-detail" class="detail" role="region" aria-label="The open case" tabindex="0"></div>
      </div>
      <div id="print-cases"></div>`,
  )

function renderOutcomeOptions(cases: readonly CaseData[]): Html {
  const counts = countBy(cases, (data) => [data.outcome])
  const options = [
    [outcomeFailed, 'failed', cases.filter(({ passed }) => passed === false).length],
    [outcomeAll, 'all', cases.length],
    ...[...counts].map(([outcome, count]) => [outcome, outcome.replaceAll('-', ' '), count] as const),
  ] as const
  return html`${options.map(([value, label, count]) => html`<option value="${value}">${label} (${count})</option>`)}
    <option value="${outcomeDisputed}">disputed by me</option>`
}

/** A filter that would hold one value only is left out of sight, but a link may still set it. */
function renderFilter(field: FilterField, cases: readonly CaseData[]): Html {
  const counts = countBy(cases, (data) => valuesOf(data, field))
  const options = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([value, count]) => html`<option value="${value}">${value} (${count})</option>`)
  return html`<label ${counts.size < 2 && html`hidden`}
    >${fieldTitles[field]}
    <select name="${field}">
      <option value="">any</option>
      ${options}
    </select></label
  >`
}

function countBy(
  cases: readonly CaseData[],
  keysOf: (data: CaseData) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const data of cases) {
    for (const key of keysOf(data)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
