import type { Comparison, EvaluationSummary } from '@assay/contracts'
import {
  componentWords,
  describeCorrectedComparison,
  describeCorrection,
  describeJudge,
  describeRequirement,
  describeSliceName,
  formatCounted,
  formatDifference,
  formatDurationEstimate,
  formatHeadlineRange,
  formatMoney,
  formatOutcome,
  formatPercent,
  formatRate,
  formatScore,
  formatTokens,
  isJudgedApart,
  passedTitle,
  toSentence,
} from '@assay/core/wording'
import { describeFlaky } from '../findings/describe-flaky.ts'
import { findWeakSlices } from '../findings/weak-slices.ts'
import { fitText } from '../format/fit-text.ts'
import type { ReportCase } from '../report-case.ts'
import { escapeMarkdown } from './escape-markdown.ts'

export interface MarkdownOptions {
  readonly comparison?: Comparison | null
  readonly cases?: readonly ReportCase[]
  /** Where the full report is, as the reader of the comment reaches it. */
  readonly report?: string
}

const flipsShown = 10

/** The comment on a pull request: the finding, gates, comparison, where it fails, examples folded away. */
export function renderMarkdown(summary: EvaluationSummary, options: MarkdownOptions = {}): string {
  const { comparison, cases = [], report } = options
  return [
    `### ${escapeMarkdown(summary.headline.question)}`,
    `**${escapeMarkdown(summary.headline.answer)}**`,
    renderFigures(summary),
    ...(summary.gates.length === 0 ? [] : [renderGates(summary)]),
    ...(comparison ? [renderMarkdownComparison(comparison)] : []),
    ...renderChecks(summary),
    ...renderWeakSlices(summary),
    ...describeFlaky(summary).map((line) => escapeMarkdown(toSentence(line))),
    ...renderCauses(summary),
    ...renderExamples(summary, cases),
    renderFoot(summary, report),
  ]
    .join('\n\n')
    .concat('\n')
}

function renderFigures(summary: EvaluationSummary): string {
  const { correctness, correction, passing, declining, overRefusal, retrieval, latency, cost } = summary
  const range = formatHeadlineRange(summary)
  const rows = [
    [
      passedTitle(summary),
      range === null ? formatRate(passing) : `${range}; ${formatRate(passing)} of those judged`,
    ],
    ...(isJudgedApart(summary) ? [['Judged correct', formatRate(correctness)]] : []),
    ...(correction === null ? [] : [['Judged correct, corrected', describeCorrection(correction)]]),
    ['Declines when it should', formatRate(declining)],
    ['Declines though answerable', formatRate(overRefusal)],
    ['Right passage found', retrieval === null ? 'not available' : formatRate(retrieval.hitRate)],
    ['Median latency', latency === null ? 'not available' : formatDurationEstimate(latency.median)],
    [
      'Cost',
      `target ${formatMoney(cost.targetUsd)}, judge ${formatMoney(cost.judgeUsd)}, ${formatTokens(cost.inputTokens + cost.outputTokens)} tokens`,
    ],
  ]
  return table(['', 'measured'], rows)
}

const renderGates = ({ gates }: EvaluationSummary): string =>
  table(
    ['Gate', 'outcome', 'measured'],
    gates.map((gate) => [
      escapeMarkdown(describeRequirement(gate.expression)),
      gate.outcome === 'failed' ? '**failed**' : gate.outcome,
      escapeMarkdown(gate.measured),
    ]),
  )

const renderChecks = ({ checks }: EvaluationSummary): readonly string[] =>
  checks.length === 0
    ? []
    : [
        table(
          ['Check', '', 'passed', 'mean score'],
          checks.map((check) => [
            escapeMarkdown(check.name),
            check.required ? 'required' : 'advisory',
            formatRate(check.passed),
            check.score === null ? '' : formatScore(check.score),
          ]),
        ),
      ]

/** Run B against run A, for a comment of its own or as a part of one. */
export function renderMarkdownComparison(comparison: Comparison): string {
  const { a, b, overall, differs, byType, flips, cases } = comparison
  const confounders = differs.filter((setting) => setting.effect === 'confounds')
  const changed = flips.filter((flip) => flip.change !== 'changed')
  const corrected = describeCorrectedComparison(comparison)
  return [
    `**Against ${escapeMarkdown(a.name)}: ${formatDifference(overall)}**`,
    `${escapeMarkdown(b.name)} ${formatRate(b.passing)}, was ${formatRate(a.passing)}. ${formatCounted(cases.shared, 'shared case')}, ${cases.notPaired} not judged in one of the two.`,
    ...(corrected === null ? [] : [`With the judge's error taken out: ${corrected}.`]),
    ...(confounders.length === 0
      ? []
      : [
          `Also differs, so the difference may come from it: ${confounders.map(({ what, a: was, b: is }) => `${escapeMarkdown(what)} (${escapeMarkdown(was)} → ${escapeMarkdown(is)})`).join(', ')}.`,
        ]),
    table(
      ['Type', 'difference'],
      byType.map(({ type, difference }) => [type, formatDifference(difference)]),
    ),
    ...(changed.length === 0
      ? []
      : [fold(`${formatCounted(changed.length, 'case')} flipped`, renderFlips(changed))]),
  ].join('\n\n')
}

function renderFlips(flips: Comparison['flips']): string {
  const rows = flips
    .slice(0, flipsShown)
    .map((flip) => [
      flip.change,
      escapeMarkdown(fitText(flip.question, 120)),
      `${formatOutcome({ type: flip.type, ...flip.from })} → ${formatOutcome({ type: flip.type, ...flip.to })}`,
    ])
  const more = flips.length > flipsShown ? `\n\n${flips.length - flipsShown} more in the report.` : ''
  return `${table(['', 'question', 'outcome'], rows)}${more}`
}

function renderWeakSlices(summary: EvaluationSummary): readonly string[] {
  const weak = findWeakSlices(summary, 5)
  if (weak.length === 0) return []
  const rows = weak.map(({ by, row, cause }) => [
    escapeMarkdown(describeSliceName(by, row.value)),
    formatRate(row.correct),
    cause ?? '',
  ])
  return [
    table(['Fails most', passedTitle(summary).toLowerCase(), 'exploratory; observed, not proven'], rows),
  ]
}

function renderCauses({ attribution }: EvaluationSummary): readonly string[] {
  if (attribution.length === 0) return []
  const rows = attribution.map(({ component, cases, share }) => [
    componentWords[component].label,
    String(cases),
    formatRate(share),
  ])
  return [
    fold('Why: failures by component, observed, not proven', table(['Component', 'failures', 'share'], rows)),
  ]
}

function renderExamples(summary: EvaluationSummary, cases: readonly ReportCase[]): readonly string[] {
  const first = summary.readFirst.flatMap((id) => cases.filter(({ testCase }) => testCase.id === id))
  if (first.length === 0) return []
  const rows = first.map((reportCase) => [
    escapeMarkdown(fitText(reportCase.testCase.question, 200)),
    escapeMarkdown(fitText(reportCase.answer?.text ?? 'none', 200)),
    escapeMarkdown(fitText(reportCase.testCase.referenceAnswer, 200)),
    formatOutcome(reportCase.result),
  ])
  return [
    fold(
      first.length === 1 ? 'Read this one first' : `Read these ${first.length} first`,
      table(['question', 'answer', 'reference', 'outcome'], rows),
    ),
  ]
}

function renderFoot(summary: EvaluationSummary, report: string | undefined): string {
  const { counts, testSet, passingBounds } = summary
  const bounds =
    passingBounds === null || counts.notJudged === 0
      ? ''
      : ` (${formatPercent(passingBounds.low)} to ${formatPercent(passingBounds.high)} if all failed or passed)`
  return [
    `${formatCounted(counts.cases, 'case')}, ${testSet.reviewed} reviewed, ${counts.notJudged} not judged${bounds}, ${counts.errors} with an error.`,
    `How sure: ${escapeMarkdown(describeJudge(summary))}.`,
    ...(report === undefined ? [] : [`Report: ${escapeMarkdown(report)}`]),
  ].join(' ')
}

const fold = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}
