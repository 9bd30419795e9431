import type { AccuracyCard, EvaluationSummary } from '@assay/contracts'
import { describeCorrection, formatCount, formatCounted, formatRate } from '@assay/core/wording'
import type { Disagreement, JudgeTrust } from '../../judge/read-judge-trust.ts'
import { describeCost, figuresOf } from '../../judge/describe-card.ts'
import { html, type Html } from './client/html.ts'
import { renderIntervalChart } from './interval-chart.ts'
import { casesHref, renderHtmlTable, renderReading, renderSection } from './page-parts.ts'

const disagreementsShown = 50

/** The judge behind every judged figure: its rate with its error taken out, its card, and what is left to label. */
export function renderJudge(
  summary: EvaluationSummary,
  trust: JudgeTrust,
  caseIds: ReadonlySet<string>,
): Html | null {
  if (summary.judge.kind === 'none') return null
  return renderSection(
    'judge',
    'How far can its judge be trusted?',
    html`<div class="grid">
        ${renderRates(summary)} ${renderToLabel(summary, trust.disagreements, caseIds)}
      </div>
      ${renderCard(summary, trust.card)}`,
  )
}

function renderRates({ correctness, correction, run }: EvaluationSummary): Html {
  const estimate = correction?.estimate ?? null
  const rows = [
    { label: 'by the judge', estimate: correctness, figure: formatRate(correctness) },
    ...(estimate === null ? [] : [{ label: 'its error taken out', estimate, figure: formatRate(estimate) }]),
  ]
  const reading =
    correction === null
      ? `No answer is labelled, so the judge's error on this system is not known. Label some: assay judge label ${run.name}.`
      : `Corrected: ${describeCorrection(correction)}.${estimate === null ? '' : ` ${estimate.method}.`}`
  return html`<div class="panel">
    <h3>Judged correct</h3>
    ${renderIntervalChart({ rows })} ${renderReading(reading)}
  </div>`
}

function renderToLabel(
  summary: EvaluationSummary,
  disagreements: readonly Disagreement[],
  caseIds: ReadonlySet<string>,
): Html {
  const { counts, run } = summary
  const command = `assay judge label ${run.name}`
  const shown = disagreements.slice(0, disagreementsShown)
  return html`<div class="panel">
    <h3>To look at and to label</h3>
    <ul class="facts">
      <li>
        ${counts.notJudged === 0 ? 'Every answer was judged.' : html`<a href="${casesHref({ outcome: 'not-judged' })}">${formatCounted(counts.notJudged, 'case')} not judged</a>`}
      </li>
      <li>
        ${disagreements.length === 0 ? 'No label differs from the judge.' : `On ${formatCounted(disagreements.length, 'answer')} people and judge differ${shown.length < disagreements.length ? `; the first ${shown.length}` : ''}:`}
      </li>
    </ul>
    ${
      shown.length > 0 &&
      renderHtmlTable({
        caption: 'Answers on which people and judge differ',
        columns: ['Case', 'People', 'Judge', 'Note'],
        rows: shown.map(({ caseId, label, judge, note }) => [
          caseIds.has(caseId)
            ? html`<a href="${casesHref({ outcome: 'all', case: caseId })}">${caseId}</a>`
            : caseId,
          label,
          judge,
          note ?? '',
        ]),
      })
    }
    <p class="command">
      <code>${command}</code>
      <button type="button" class="needs-script" data-copy="${command}">Copy the command that labels</button>
    </p>
  </div>`
}

function renderCard({ judge }: EvaluationSummary, card: AccuracyCard | null): Html {
  if (card === null)
    return html`<div class="panel">
      <h3>Card of ${judge.id}, version ${judge.version}</h3>
      <p class="none">Unmeasured: nobody has held this judge in this version against labels.</p>
    </div>`
  const titles = [...new Set(card.sets.flatMap((set) => figuresOf(set, card.kind).map(([title]) => title)))]
  return html`<div class="panel">
    <h3>Card of ${card.id}, version ${card.version}</h3>
    ${renderHtmlTable({
      caption: `What ${card.id} was measured on`,
      columns: ['Set', 'Kept', 'n', ...titles],
      rows: card.sets.map((set) => {
        const figures = new Map(figuresOf(set, card.kind))
        return [set.name, set.kept, formatCount(set.n), ...titles.map((title) => figures.get(title) ?? '')]
      }),
    })}
    <ul class="facts">
      <li>Decides by ${card.method}.</li>
      <li>
        Threshold:
        ${card.threshold.value === null ? '' : `${card.threshold.value}, `}${card.threshold.chosen}.
      </li>
      <li>Cost: ${describeCost(card)}.</li>
    </ul>
    ${
      card.fooledBy.length > 0 &&
      html`<h4>What still fools it</h4>
        <ul class="facts">
          ${card.fooledBy.map((text) => html`<li>${text}</li>`)}
        </ul>`
    }
  </div>`
}
