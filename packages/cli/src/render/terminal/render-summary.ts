import type { Comparison, Estimate, EvaluationSummary, GateResult } from '@assay/contracts'
import {
  describeCorrection,
  describeGate,
  describeJudge,
  describeLeftOut,
  describeRequirement,
  describeSliceName,
  describeStop,
  formatBounds,
  formatCount,
  formatHeadlineRange,
  formatInterval,
  formatValue,
  isJudgedApart,
  passedWords,
} from '@assay/core/wording'
import { describeFlaky } from '../findings/describe-flaky.ts'
import { findWeakSlices, type WeakSlice } from '../findings/weak-slices.ts'
import { cutLine, fitText, wrapText } from '../format/fit-text.ts'
import type { ReportCase } from '../report-case.ts'
import { toPrintable } from './printable.ts'
import { renderComparisonLine } from './render-comparison.ts'
import { plainStyle, type TerminalStyle } from './style.ts'

export interface SummaryOptions {
  /** Columns of the terminal; default 80. */
  readonly width?: number
  readonly style?: TerminalStyle
  /** Cases to take the example from: those of `summary.readFirst`, or all. */
  readonly cases?: readonly ReportCase[]
  readonly comparison?: Comparison | null
  /** Path of the report, when one was written. */
  readonly report?: string
  /** One or two commands, ready to paste. */
  readonly next?: readonly string[]
}

const lineLimit = 10
const labelWidth = 13

/** The end of an evaluation in ten lines: the finding, where it fails, how sure, what was written, what next. */
export function renderSummary(summary: EvaluationSummary, options: SummaryOptions = {}): string {
  const { style = plainStyle, width = 80 } = options
  const head = [...renderFinding(summary, width), ...renderState(summary, width, style)]
  const tail = [
    ...labelled('judge', isJudgedApart(summary) ? [describeJudged(summary)] : [], style),
    ...labelled('corrected', renderCorrected(summary, width), style),
    ...labelled('checks', renderFailedChecks(summary, width), style),
    ...labelled('flaky', describeFlaky(summary).map(toPrintable), style),
    ...renderExample(summary, options.cases ?? [], width, style),
    ...(options.comparison ? [cutLine(`  ${renderComparisonLine(options.comparison)}`, width)] : []),
    ...labelled('sure?', fitOrWrap(describeJudge(summary), width), style),
    ...labelled('report', options.report === undefined ? [] : [options.report], style),
    ...labelled('next', layOutCommands(options.next ?? [], width), style),
  ]
  const room = Math.max(1, Math.min(3, lineLimit - head.length - tail.length))
  const weak = findWeakSlices(summary, room)
  const where =
    weak.length === 0 && summary.cases.some(({ passed }) => passed === false)
      ? labelled('fails most', ['no part is weaker than the rest beyond chance'], style)
      : renderWeak(weak, width, style)
  return [...head, ...where, ...tail].join('\n')
}

function renderFinding(summary: EvaluationSummary, width: number): readonly string[] {
  const { target, passing, counts } = summary
  const name = toPrintable(target.version === null ? target.name : `${target.name} ${target.version}`)
  const range = formatHeadlineRange(summary)
  const finding =
    passing.value === null
      ? `not tested; ${counts.cases === 1 ? 'the one case was not' : `none of ${formatCount(counts.cases)} cases was`} judged`
      : range === null
        ? describePassing(summary)
        : `${range} ${passedWords(summary) === 'passed' ? 'passed' : 'correct'}: ${describeLeftOut(summary).join(', ')}`
  const [first = '', ...rest] = wrapText(`${name}: ${finding}`, width)
  return [first, ...rest.map((line) => `  ${line}`)]
}

/** "46 of 76 judged correct, 61 % (49–71, clustered)" */
function describePassing(summary: EvaluationSummary): string {
  const { passing } = summary
  const interval = formatInterval(passing)
  const clustered = passing.clusters !== undefined && passing.clusters < passing.n
  const inside = [...(interval === null ? [] : [interval]), ...(clustered ? ['clustered'] : [])]
  const passed = passing.successes ?? Math.round((passing.value ?? 0) * passing.n)
  const finding = `${formatCount(passed)} of ${formatCount(passing.n)} ${passedWords(summary)}, ${formatValue(passing)}`
  return inside.length === 0 ? finding : `${finding} (${inside.join(', ')})`
}

/** The line under the finding: what is left out of it, or the judged rate where the finding is a range. */
function describeRest(summary: EvaluationSummary): readonly string[] {
  const { passing, passingBounds } = summary
  if (formatHeadlineRange(summary) !== null) return passing.value === null ? [] : [describePassing(summary)]
  const parts = [...describeLeftOut(summary), ...describeStop(summary)]
  if (parts.length === 0) return []
  const bounds =
    passingBounds === null ? '' : `; ${formatBounds(passingBounds)} if all were wrong or all right`
  return [`${parts.join(', ')}${bounds}`]
}

/** Gate and what was left out, on one line where both fit: the room is for where it fails. */
function renderState(summary: EvaluationSummary, width: number, style: TerminalStyle): readonly string[] {
  const rest = describeRest(summary)
  const gates = renderGates(summary, width, style)
  const [short, plain] = [gates, renderGates(summary, width, plainStyle)].map((lines) =>
    [...lines, ...describeLeftOut(summary), ...describeStop(summary)].join('; '),
  )
  const isOneEach = gates.length === 1 && rest.length === 1 && formatHeadlineRange(summary) === null
  if (isOneEach && short !== undefined && plain !== undefined && plain.length <= width) return [short]
  return [...rest.flatMap((line) => wrapText(line, width - 2).map((part) => `  ${part}`)), ...gates]
}

function renderGates(summary: EvaluationSummary, width: number, style: TerminalStyle): readonly string[] {
  const { gates } = summary
  const order = ['failed', 'not tested', 'passed']
  const [worst] = [...gates].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  if (worst === undefined) return []
  const alike = gates.filter((gate) => gate.outcome === worst.outcome).length
  const more = gates.length === 1 ? '' : ` (${alike} of ${gates.length} gates)`
  const colour = { failed: style.bad, passed: style.good, 'not tested': style.unsure }[worst.outcome]
  const lines = wrapText(`${describeWorst(worst, summary)}${more}`, width - labelWidth - 2)
  return labelled('gate', lines.map(colour), style)
}

/** The first line gives the measured rate already. */
const describeWorst = (gate: GateResult, summary: EvaluationSummary): string =>
  gate.expression.startsWith('passing') ||
  (gate.expression.startsWith('correctness') && !isJudgedApart(summary))
    ? `${describeRequirement(gate.expression)}: ${gate.outcome}`
    : describeGate(gate)

function renderWeak(weak: readonly WeakSlice[], width: number, style: TerminalStyle): readonly string[] {
  const names = weak.map(({ by, row }) => fitText(toPrintable(describeSliceName(by, row.value)), 30))
  const nameWidth = Math.max(0, ...names.map((name) => name.length)) + 2
  const lines = weak.flatMap((slice, index) => {
    const [first = '', ...rest] = fitOrWrap(
      markExploratory(describeSlice(slice), width - nameWidth),
      width - nameWidth,
      width < 80,
    )
    return [
      `${(names[index] ?? '').padEnd(nameWidth)}${first}`,
      ...rest.map((line) => `${' '.repeat(nameWidth)}${line}`),
    ]
  })
  return labelled('fails most', lines, style)
}

/** It was found by looking; said where the line has room for it, as the report always does. */
const markExploratory = (line: string, width: number): string => {
  const marked = `${line}, exploratory`
  return marked.length <= width - labelWidth - 2 ? marked : line
}

/** "0 of 16 declined (0–19): it answers what it should decline" */
function describeSlice({ row, cause }: WeakSlice): string {
  const { correct } = row
  const passed = correct.successes ?? Math.round((correct.value ?? 0) * correct.n)
  const interval = formatInterval(correct)
  return [
    `${passed} of ${correct.n}`,
    row.value === 'out-of-scope' ? ' declined' : '',
    interval === null ? '' : ` (${interval})`,
    cause === null ? '' : `: ${cause}`,
  ].join('')
}

/** "18 of 20 judged correct, 90 % (70–97)", where checks make the headline another figure. */
function describeJudged({ correctness }: EvaluationSummary): string {
  const { successes = 0, n } = correctness
  return n === 0
    ? 'nothing was judged'
    : `${formatCount(successes)} of ${formatCount(n)} judged correct, ${formatValue(correctness)}${formatInside(correctness)}`
}

const formatInside = (estimate: Estimate): string => {
  const interval = formatInterval(estimate)
  return interval === null ? '' : ` (${interval})`
}

/** What labels make of the judged rate; nothing where there are none: then the judge's line says what is known. */
const renderCorrected = ({ correction }: EvaluationSummary, width: number): readonly string[] =>
  correction === null ? [] : wrapText(describeCorrection(correction), width - labelWidth - 2)

/** "contains 3 of 40 failed; json 1 of 40 failed": the checks that fail, most first. */
function renderFailedChecks({ checks }: EvaluationSummary, width: number): readonly string[] {
  const failing = checks
    .map(({ name, passed, errors }) => ({
      name,
      n: passed.n,
      errors,
      failed: passed.n - (passed.successes ?? 0),
    }))
    .filter(({ failed, errors }) => failed + errors > 0)
    .toSorted((a, b) => b.failed - a.failed)
    .map(({ name, n, failed, errors }) =>
      [
        ...(failed === 0 ? [] : [`${toPrintable(name)} ${failed} of ${n} failed`]),
        ...(errors === 0 ? [] : [`${toPrintable(name)} broke ${errors === 1 ? 'once' : `${errors} times`}`]),
      ].join(', '),
    )
  return failing.length === 0 ? [] : fitOrWrap(failing.join('; '), width)
}

function renderExample(
  summary: EvaluationSummary,
  cases: readonly ReportCase[],
  width: number,
  style: TerminalStyle,
): readonly string[] {
  const room = width - labelWidth - 2
  const [shortest] = cases
    .filter(({ testCase, answer }) => summary.readFirst.includes(testCase.id) && answer !== null)
    .map((example) => describeExample(example, room))
    .sort((a, b) => a.cut - b.cut)
  return shortest === undefined ? [] : labelled('example', [shortest.line], style)
}

/** `"And its default?" → "8080"; limits.md says 30 s`, and how many characters did not fit. */
function describeExample(example: ReportCase, room: number): { readonly line: string; readonly cut: number } {
  const { testCase, answer, result } = example
  const where = result.source === null ? 'the reference' : toPrintable(result.source)
  const says = result.failsByChecksAlone
    ? fitText(toPrintable(result.reason ?? ''), 32)
    : testCase.type === 'out-of-scope'
      ? 'no document says'
      : referenceOf(example) === ''
        ? fitText(toPrintable(result.reason ?? 'it fails'), 32)
        : `${where} says ${fitText(toPrintable(referenceOf(example)), 24)}`
  const [question, text] = [toPrintable(testCase.question), toPrintable(answer?.text ?? '')]
  const left = Math.max(16, room - says.length - '"" → ""; '.length)
  const questionWidth = Math.max(left - text.length, Math.floor(left / 2))
  const line = `"${fitText(question, questionWidth)}" → "${fitText(text, left - Math.min(question.length, questionWidth))}"; ${says}`
  return { line: cutLine(line, room), cut: Math.max(0, question.length + text.length - left) }
}

const referenceOf = ({ testCase }: ReportCase): string =>
  testCase.referenceClaims.find((claim) => claim.key !== undefined)?.key?.value ?? testCase.referenceAnswer

/** One line where there is room for ten of them; on a narrow terminal nothing is lost, and lines are broken. */
const fitOrWrap = (text: string, width: number, isNarrow = width < 80): readonly string[] =>
  isNarrow ? wrapText(text, width - labelWidth - 2) : [cutLine(text, width - labelWidth - 2)]

function layOutCommands(commands: readonly string[], width: number): readonly string[] {
  const line = commands.join('  |  ')
  return commands.length === 0 || line.length <= width - labelWidth - 2
    ? [line].filter((text) => text !== '')
    : commands
}

function labelled(label: string, lines: readonly string[], style: TerminalStyle): readonly string[] {
  return lines.map((line, index) => `  ${style.quiet((index === 0 ? label : '').padEnd(labelWidth))}${line}`)
}
