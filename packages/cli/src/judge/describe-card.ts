import type { AccuracyCard, MeasuredSet } from '@assay/contracts'
import { formatCount, formatMoney, formatRate } from '@assay/core/wording'
import { wrapText } from '../render/format/fit-text.ts'
import { renderTable } from '../render/terminal/render-table.ts'
import { formatNumber, formatNumberEstimate } from '../statistics/format-number.ts'

const labelWidth = 12

/** One card as a page of text. */
export function describeCard(card: AccuracyCard, width: number): string {
  const { id, version, kind, method, threshold, sets, fooledBy } = card
  const facts: readonly (readonly [string, string])[] = [
    ['method', method],
    ['threshold', threshold.value === null ? threshold.chosen : `${threshold.value}: ${threshold.chosen}`],
    [
      'speed',
      card.msPer1000Characters === null
        ? 'not measured'
        : `${formatNumber(card.msPer1000Characters)} ms for 1,000 characters`,
    ],
    ['cost', describeCost(card)],
  ]
  return [
    `${id} ${version}, ${kind}`,
    ...facts.flatMap(([label, text]) => labelled(label, text, width)),
    ...sets.flatMap((set) => ['', ...describeSet(set, kind, width)]),
    ...(fooledBy.length === 0
      ? []
      : ['', 'what still fools it', ...fooledBy.flatMap((text) => labelled('-', text, width, 2))]),
  ].join('\n')
}

export function describeCost({ usdPer1000Verdicts }: AccuracyCard): string {
  if (usdPer1000Verdicts === null) return 'not known'
  return usdPer1000Verdicts === 0
    ? 'none: nothing is called'
    : `${formatMoney(usdPer1000Verdicts)} for 1,000 verdicts`
}

function describeSet(set: MeasuredSet, kind: AccuracyCard['kind'], width: number): readonly string[] {
  const rows = figuresOf(set, kind)
  return [
    ...wrapText(`${set.name} (${set.kept}; n = ${formatCount(set.n)})`, width),
    ...labelled('', set.what, width, 2),
    ...rows.flatMap(([label, text]) => labelled(label, text, width)),
  ]
}

/** The figures of one set, in words that fit what was measured. */
export function figuresOf(
  set: MeasuredSet,
  kind: AccuracyCard['kind'],
): readonly (readonly [string, string])[] {
  const isJudge = kind === 'judge'
  return [
    ...(set.truePositiveRate === null
      ? []
      : [[isJudge ? 'right found' : 'found', formatRate(set.truePositiveRate)] as const]),
    ...(set.falsePositiveRate === null
      ? []
      : [[isJudge ? 'wrong let by' : 'false alarms', formatRate(set.falsePositiveRate)] as const]),
    ...(set.errorRate === undefined ? [] : [['wrong', formatRate(set.errorRate)] as const]),
    ...(set.auc === undefined ? [] : [['AUC', formatNumberEstimate(set.auc)] as const]),
    ...(set.kappa === undefined ? [] : [['kappa', formatNumberEstimate(set.kappa)] as const]),
    ...(set.notJudged === 0 ? [] : [['not judged', formatCount(set.notJudged)] as const]),
    ...Object.entries(set.others ?? {}).map(([name, value]) => [name, formatNumber(value)] as const),
  ]
}

function labelled(label: string, text: string, width: number, space = labelWidth): readonly string[] {
  const lines = wrapText(text, Math.max(30, width - space - 2))
  const room = Math.max(space, label.length + 1)
  return lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(room)}${line}`)
}

/** All cards at a glance. */
export const describeCards = (cards: readonly AccuracyCard[], width: number): string =>
  renderTable(
    [
      { title: 'id' },
      { title: 'version' },
      { title: 'kind' },
      { title: 'sets', align: 'right' },
      { title: 'measured on', flexible: true },
    ],
    cards.map(({ id, version, kind, sets }) => [
      id,
      version,
      kind,
      String(sets.length),
      sets.map(({ name }) => name).join('; '),
    ]),
    width,
  )
