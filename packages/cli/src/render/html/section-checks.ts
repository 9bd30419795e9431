import type { EvaluationSummary } from '@assay/contracts'
import { formatRate, formatScore } from '@assay/core/wording'
import { html, type Html } from './client/html.ts'
import { renderIntervalChart } from './interval-chart.ts'
import { casesHref, renderHtmlTable, renderReading, renderSection } from './page-parts.ts'

type Check = EvaluationSummary['checks'][number]

/** The user's checks, each with its pass rate; nothing where there are none. */
export function renderChecks({ checks }: EvaluationSummary): Html | null {
  if (checks.length === 0) return null
  const sorted = checks.toSorted((a, b) => (b.passed.value ?? 2) - (a.passed.value ?? 2))
  return renderSection(
    'checks',
    'Which checks fail?',
    html`<div class="panel">
      ${renderIntervalChart({
        rows: sorted.map((check) => ({
          label: check.name,
          estimate: check.passed,
          figure: formatRate(check.passed),
          href: casesHref({ q: check.name }),
        })),
      })}
      ${renderReading(describeChecks(sorted))}
      ${renderHtmlTable({
        caption: 'Checks',
        columns: ['Check', 'Counts', 'Passed', 'Mean score', 'Not judged', 'Not applicable', 'Errors'],
        rows: sorted.map((check) => [
          check.name,
          check.required ? 'required' : 'advisory',
          formatRate(check.passed),
          check.score === null ? 'none' : formatScore(check.score),
          String(check.notJudged),
          String(check.notApplicable),
          String(check.errors),
        ]),
      })}
    </div>`,
  )
}

function describeChecks(sorted: readonly Check[]): string {
  const failing = sorted.filter(({ passed }) => passed.value !== null && passed.value < 1)
  const [worst] = failing.toReversed()
  if (worst === undefined) return `All ${sorted.length} passed wherever they were judged.`
  const kind = worst.required ? 'A case fails by it.' : 'It is advisory: no case fails by it.'
  return `${failing.length} of ${sorted.length} fail somewhere; lowest ${worst.name}, ${formatRate(worst.passed)}. ${kind}`
}
