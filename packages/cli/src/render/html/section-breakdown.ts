import type { EvaluationSummary } from '@assay/contracts'
import { findGateThreshold, formatPercent, formatRate, passedTitle, passedWords } from '@assay/core/wording'
import { html, type Html } from './client/html.ts'
import { renderIntervalChart } from './interval-chart.ts'
import { casesHref, renderFoldedTable, renderReading, renderSection } from './page-parts.ts'
import { sortRows } from './slice-rows.ts'

type Slice = EvaluationSummary['slices'][number]

const titles: Readonly<Record<Slice['by'], string>> = {
  type: 'By question type',
  level: 'By level',
  topic: 'By topic',
  language: 'By language',
  source: 'By source document',
  tag: 'By tag',
  length: 'By length of the question',
}

/** Rows a chart shows before the rest is folded away. */
const rowsShown = 12

export function renderBreakdown(summary: EvaluationSummary): Html {
  const isShared = ({ rows }: Slice): boolean => rows.length === 1 && rows[0]?.cases === summary.cases.length
  const several = summary.slices.filter((slice) => !isShared(slice))
  const single = summary.slices.filter(isShared).map(({ by, rows }) => `${by} ${rows[0]?.value ?? ''}`)
  return renderSection(
    'breakdown',
    'How do the parts compare?',
    html`<div class="grid">${several.map((slice) => renderSlice(slice, summary))}</div>
      ${single.length > 0 && renderReading(`All cases have the same ${single.join(' and the same ')}.`)}`,
  )
}

function renderSlice({ by, rows }: Slice, summary: EvaluationSummary): Html {
  const sorted = sortRows(rows)
  const gate = findGateThreshold(summary)
  const chart = (part: typeof sorted) =>
    renderIntervalChart({
      rows: part.map((row) => ({
        label: row.value,
        estimate: row.correct,
        figure: formatRate(row.correct),
        href: casesHref({ [by]: row.value }),
      })),
      gate: gate === null ? null : { at: gate, label: `gate ${formatPercent(gate)}` },
    })
  const weakest = sorted.slice(-rowsShown)
  const rest = sorted.slice(0, -rowsShown)
  return html`<div class="panel">
    <h3>${titles[by]}</h3>
    ${chart(weakest)}
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${rest.length} more, all higher</summary>
        ${chart(rest)}
      </details>`
    }
    ${renderReading(describeSlice(sorted, gate))}
    ${renderFoldedTable({
      caption: `${titles[by]}: cases ${passedWords(summary)}`,
      columns: ['Value', 'Cases', passedTitle(summary), 'Not judged', 'Errors'],
      rows: sorted.map((row) => [
        row.value,
        String(row.cases),
        formatRate(row.correct),
        String(row.notJudged),
        String(row.errors),
      ]),
    })}
  </div>`
}

function describeSlice(sorted: readonly Slice['rows'][number][], gate: number | null): string {
  const tested = sorted.filter(({ correct }) => correct.value !== null)
  const [highest, lowest] = [tested[0], tested.at(-1)]
  if (highest === undefined || lowest === undefined) return 'Not tested.'
  if (highest === lowest) return `Only ${highest.value}: ${formatRate(highest.correct)}.`
  const below = gate === null ? 0 : tested.filter(({ correct }) => (correct.high ?? 1) < gate).length
  const gateSentence = gate === null ? '' : ` ${below} of ${tested.length} lie wholly below the gate.`
  return `Lowest ${lowest.value}, ${formatRate(lowest.correct)}; highest ${highest.value}, ${formatRate(highest.correct)}.${gateSentence}`
}
