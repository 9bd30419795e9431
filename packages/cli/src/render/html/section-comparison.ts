import type { Comparison } from '@assay/contracts'
import {
  describeCorrectedComparison,
  describeUnpaired,
  formatCounted,
  formatDifference,
  formatOutcome,
  formatRate,
} from '@assay/core/wording'
import { html, type Html } from './client/html.ts'
import { renderDifferenceChart } from './difference-chart.ts'
import { casesHref, renderFoldedTable, renderHtmlTable, renderReading, renderSection } from './page-parts.ts'

const tones = {
  better: 'good',
  worse: 'bad',
  'no meaningful difference': 'good',
  'not enough cases to tell': 'unsure',
  'not tested': 'unsure',
} as const

/** Is B better than A: what differs, the paired verdict, what flipped. Cases of the shown run are linked. */
export function renderComparisonSection(comparison: Comparison, caseIds: ReadonlySet<string>): Html {
  const { a, b, overall, byType } = comparison
  const names = [a, b].map((run) =>
    run.targetVersion === null ? run.target : `${run.target} ${run.targetVersion}`,
  )
  const [nameA = '', nameB = ''] = names[0] === names[1] ? [a.name, b.name] : names
  const rows = [
    { label: 'all types', difference: overall },
    ...byType.map(({ type, difference }) => ({ label: type, difference })),
  ]
  return renderSection(
    'comparison',
    `Is ${nameB} better than ${nameA}?`,
    html`<p class="verdict ${tones[overall.verdict]}">
        <strong>${capitalise(formatDifference(overall))}.</strong> ${nameB} ${formatRate(b.passing)}, ${nameA}
        ${formatRate(a.passing)}.
      </p>
      ${renderCorrected(comparison)}
      <div class="grid">
        <div class="panel">
          <h3>Paired difference in correct answers, points</h3>
          ${renderDifferenceChart(rows)} ${renderReading(describePairs(comparison))}
          ${renderFoldedTable({
            caption: 'Paired difference in correct answers',
            columns: ['Type', 'Difference', 'Interval'],
            rows: rows.map(({ label, difference }) => [
              label,
              formatDifference(difference),
              difference.method,
            ]),
          })}
        </div>
        <div class="panel">
          <h3>What differs</h3>
          ${renderDiffers(comparison)}
        </div>
      </div>
      <div class="panel">
        <h3>What flipped</h3>
        ${renderFlips(comparison, caseIds)}
      </div>`,
  )
}

function renderCorrected(comparison: Comparison): Html | null {
  const text = describeCorrectedComparison(comparison)
  return text === null ? null : html`<p>With the judge's error taken out: ${text}.</p>`
}

const capitalise = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function describePairs({ overall, cases }: Comparison): string {
  const leftOut = describeUnpaired(cases)
  return `The same ${formatCounted(overall.pairs, 'case')} in both runs${leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`}.`
}

function renderDiffers({ differs }: Comparison): Html {
  if (differs.length === 0) return html`<p class="none">Nothing but the answers.</p>`
  return renderHtmlTable({
    caption: 'What differs between the runs',
    columns: ['What', 'Before', 'Now', 'Meaning'],
    rows: differs.map(({ what, a, b, effect }) => [
      what,
      a,
      b,
      effect === 'intended' ? 'what is compared' : 'the difference may come from it',
    ]),
  })
}

const flipsShown = 12

function renderFlips({ flips }: Comparison, caseIds: ReadonlySet<string>): Html {
  if (flips.length === 0) return html`<p class="none">Every case has the same outcome in both runs.</p>`
  const order = ['lost', 'gained', 'changed']
  const sorted = [...flips].sort((x, y) => order.indexOf(x.change) - order.indexOf(y.change))
  const table = (part: typeof sorted, caption: string) =>
    renderHtmlTable({
      caption,
      columns: ['Question', 'Type', 'Before', 'Now', 'Change'],
      rows: part.map(({ caseId, question, type, from, to, change }) => [
        caseIds.has(caseId)
          ? html`<a href="${casesHref({ outcome: 'all', case: caseId })}">${question}</a>`
          : question,
        type,
        formatOutcome({ type, ...from }),
        formatOutcome({ type, ...to }),
        change,
      ]),
    })
  const rest = sorted.slice(flipsShown)
  const count = (change: string) => flips.filter((flip) => flip.change === change).length
  return html`${renderReading(`${formatCounted(count('lost'), 'case')} lost, ${count('gained')} gained, ${count('changed')} with another outcome that counts the same.`)}
  ${table(sorted.slice(0, flipsShown), 'Flipped cases')}
  ${
    rest.length > 0 &&
    html`<details>
      <summary>${rest.length} more</summary>
      ${table(rest, 'More flipped cases')}
    </details>`
  }`
}
