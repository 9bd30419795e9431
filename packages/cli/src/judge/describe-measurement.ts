import type { JudgeLabel } from '@assay/contracts'
import type { JudgeMeasurement, JudgedRow, JudgeSlice } from '@assay/core/judging/calibration'
import type { Estimate } from '@assay/core/statistics'
import { formatCount, formatCounted, formatPercent, formatRate } from '@assay/core/wording'
import { cutLine, wrapText } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'
import { renderTable } from '../render/terminal/render-table.ts'
import { formatNumber, formatNumberEstimate } from '../statistics/format-number.ts'

const labelWidth = 15
const rowsShown = 5

export const weightedWords = 'back to the run: answers of kinds that were drawn more often count less'

type Row = readonly [label: string, text: string]

/** How far a judge agrees with people: the rates first, then what is known of the people, then where they differ. */
export function describeMeasurement(
  judge: JudgeLabel['judge'],
  measured: JudgeMeasurement,
  width: number,
): string {
  const { agreement } = measured
  const rows: readonly Row[] = [
    ['right found', `${formatRate(measured.truePositiveRate)} of the answers people found right (TPR)`],
    ['wrong found', `${formatRate(measured.trueNegativeRate)} of the answers people found wrong (TNR)`],
    ['kappa', `${describeKappa(agreement.kappa)}; AC1 ${describeKappa(agreement.ac1)}`],
    ['prevalence', describePrevalence(measured)],
    ...(measured.auc === null ? [] : [['AUC', formatNumberEstimate(measured.auc)] as const]),
    ...describeCalibration(measured),
    ['not judged', describeNotJudged(measured)],
    ...(measured.isWeighted ? [['weighted', describeWeights(measured)] as const] : []),
    ['labels', describeLabels(measured)],
    ...describeLeftOut(measured),
    ['labelled twice', describeTwice(measured)],
    ...describeConsensus(measured),
  ]
  return [
    `${judge.id} agrees with people on ${formatRate(agreement.observed)}`,
    ...rows.flatMap(([label, text]) => labelled(label, text, width)),
    '',
    renderConfusion(measured, width),
    ...renderSlices(measured.slices, width),
    ...renderReliability(measured, width),
    ...listDisagreements(measured.disagreements, width),
  ].join('\n')
}

const describeWeights = ({ auc, calibration }: JudgeMeasurement): string =>
  auc === null && calibration === null
    ? weightedWords
    : `${weightedWords}; AUC and score are of the labelled rows`

function labelled(label: string, text: string, width: number): readonly string[] {
  const lines = wrapText(text, Math.max(30, width - labelWidth - 2))
  return lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`)
}

/** A figure without an interval says why. */
function describeKappa(estimate: Estimate): string {
  const { value, low, high, n, method } = estimate
  if (value === null) return n === 0 ? 'not tested' : 'undefined: all say the same'
  if (low === null || high === null)
    return `${formatNumber(Number(value.toFixed(2)))} (no interval:${method.includes('too few cases') ? ' too few labels' : ' too few ratings differ'})`
  return formatNumberEstimate(estimate)
}

function describePrevalence({ agreement: { prevalence } }: JudgeMeasurement): string {
  const right = prevalence.find(({ category }) => category === 'right')
  return right === undefined
    ? 'not tested'
    : `people call ${formatPercent(right.first)} right, the judge ${formatPercent(right.second)}`
}

function describeCalibration({ calibration }: JudgeMeasurement): readonly Row[] {
  if (calibration === null) return []
  const error =
    calibration.expectedError === null
      ? 'calibration error not measured: 200 labelled scores are needed'
      : `calibration error ${formatNumber(calibration.expectedError)}`
  return [['score', `Brier ${formatNumberEstimate(calibration.brier)}; ${error}`]]
}

function describeNotJudged({ notJudged, rightOfNotJudged }: JudgeMeasurement): string {
  if (rightOfNotJudged.n === 0) return formatRate(notJudged)
  return `${formatRate(notJudged)}; people found ${rightOfNotJudged.successes ?? 0} of those ${rightOfNotJudged.n} right`
}

const describeLabels = ({ labelled: count, labellers, guidelineVersions }: JudgeMeasurement): string =>
  `${formatCounted(count, 'answer')} by ${labellers.map(({ name, labels }) => `${name} (${formatCount(labels)})`).join(', ')}; guideline ${guidelineVersions.join(', ')}`

function describeLeftOut({
  setAside,
  disputed,
  unsure,
  byHand,
  isAllByHand,
}: JudgeMeasurement): readonly Row[] {
  const parts = [
    ...(setAside.length === 0 ? [] : [`${setAside.length} go back to the test set`]),
    ...(disputed.length === 0 ? [] : [`on ${disputed.length} the labellers differ`]),
    ...(unsure === 0 ? [] : [`on ${unsure} nobody was sure`]),
    ...(byHand === 0 ? [] : [`${byHand} chosen by hand`]),
  ]
  return [
    ...(parts.length === 0 ? [] : [['in no rate', parts.join(', ')] as const]),
    ...(isAllByHand
      ? [
          [
            'by hand',
            'all answers were chosen by hand: the rates describe these answers and no others',
          ] as const,
        ]
      : []),
  ]
}

function describeTwice({ twice: { rows, needed, agreement } }: JudgeMeasurement): string {
  const count = rows >= needed ? formatCount(rows) : `${rows} of at least ${needed}`
  return agreement === null
    ? `${count}; a second person: --by NAME`
    : `${count}; people agree on ${formatRate(agreement.observed)}, kappa ${describeKappa(agreement.kappa)}`
}

function describeConsensus({ consensus }: JudgeMeasurement): readonly Row[] {
  if (consensus === null) return []
  const share = (value: number | null): string =>
    value === null ? 'an untested share' : formatPercent(value)
  const each = consensus.map(
    ({ name, sensitivity, specificity }) =>
      `${name} finds ${share(sensitivity)} of right, ${share(specificity)} of wrong`,
  )
  return [['consensus', `Dawid–Skene: ${each.join('; ')}`]]
}

function renderConfusion({ confusion }: JudgeMeasurement, width: number): string {
  const columns = [...new Set(confusion.map(({ judge }) => judge))]
  const rows = [...new Set(confusion.map(({ label }) => label))]
  const count = (label: string, judge: string): string =>
    String(confusion.find((cell) => cell.label === label && cell.judge === judge)?.count ?? 0)
  return renderTable(
    [
      { title: 'people \\ judge', flexible: true },
      ...columns.map((title) => ({ title, align: 'right' as const })),
    ],
    rows.map((label) => [label, ...columns.map((judge) => count(label, judge))]),
    width,
  )
}

/** A slice that is all there is would repeat the headline. */
function renderSlices(slices: readonly JudgeSlice[], width: number): readonly string[] {
  const shown = [...Map.groupBy(slices, ({ by }) => by).values()].filter((group) => group.length > 1).flat()
  if (shown.length === 0) return []
  return [
    '',
    renderTable(
      [
        { title: 'slice', flexible: true },
        { title: 'right found' },
        { title: 'wrong found' },
        { title: 'not judged', align: 'right' },
      ],
      shown.map(({ by, value, truePositiveRate, trueNegativeRate, notJudged }) => [
        by === 'target' ? value : `${by} ${value}`,
        formatRate(truePositiveRate),
        formatRate(trueNegativeRate),
        String(notJudged),
      ]),
      width,
    ),
  ]
}

function renderReliability({ calibration }: JudgeMeasurement, width: number): readonly string[] {
  if (calibration === null || calibration.reliability.length === 0) return []
  return [
    '',
    renderTable(
      [{ title: 'mean score', align: 'right' }, { title: 'people find right' }],
      calibration.reliability.map(({ meanScore, rate }) => [formatNumber(meanScore), formatRate(rate)]),
      width,
    ),
  ]
}

function listDisagreements(rows: readonly JudgedRow[], width: number): readonly string[] {
  if (rows.length === 0) return []
  const shown = rows.slice(0, rowsShown).map(({ about, verdict }) => {
    const judge = (verdict.label ?? verdict.outcome).replaceAll('-', ' ')
    const note = about.note === undefined ? '' : `; ${about.note}`
    return cutLine(toPrintable(`  ${about.caseId}  people: ${about.outcome}; judge: ${judge}${note}`), width)
  })
  const more = rows.length - shown.length
  return [
    '',
    `differ on ${formatCounted(rows.length, 'answer')}`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more (--json)`] : []),
  ]
}
