import type { AccuracyCard, Estimate, MeasuredSet } from '@assay/contracts'
import { formatCount, formatRate } from '@assay/core/wording'
import { describeCost } from '../../packages/cli/src/judge/describe-card.ts'
import { formatNumber, formatNumberEstimate } from '../../packages/cli/src/statistics/format-number.ts'

const head = `# How often judges and detectors are wrong

Written by \`tools/measure-accuracy.ts\` from labelled sets; a test measures again and compares. Every rate has its 95 %
interval and n. *Held apart*: no rule, weight or threshold was made from the set or from texts of its source. *Tuned on*: it
was looked at, so the figure flatters. Texts of your own are another source again: [measure on
them](how-to/measure-your-judge.md).
`

/** \`docs/accuracy.md\`: one section a card. */
export const renderAccuracyPage = (cards: readonly AccuracyCard[]): string =>
  [head, ...cards.map(renderCard)].join('\n')

function renderCard(card: AccuracyCard): string {
  const { id, kind, version, method, threshold, msPer1000Characters, sets, fooledBy } = card
  const facts = [
    `${kind === 'judge' ? 'Judge' : 'Detector'}, version ${version}: ${method}.`,
    `Threshold: ${threshold.value === null ? '' : `${threshold.value}, `}${threshold.chosen}.`,
    `Speed: ${msPer1000Characters === null ? 'not measured' : `${formatNumber(msPer1000Characters)} ms for 1,000 characters (median, one core)`}. Cost: ${describeCost(card)}.`,
  ]
  return [
    `## ${id}`,
    '',
    ...facts,
    '',
    ...table(sets, kind),
    '',
    ...sets.map(({ name, what }) => `- **${escape(name)}**: ${escape(what)}${/[.”]$/.test(what) ? '' : '.'}`),
    '',
    ...renderOthers(sets),
    ...(fooledBy.length === 0
      ? []
      : ['What still fools it:', '', ...fooledBy.map((text) => `- ${escape(text)}`), '']),
  ].join('\n')
}

function table(sets: readonly MeasuredSet[], kind: AccuracyCard['kind']): readonly string[] {
  const [found, alarms] = kind === 'judge' ? ['right found', 'wrong let by'] : ['found', 'false alarms']
  const figure = (estimate: Estimate | undefined): string =>
    estimate === undefined ? '' : formatNumberEstimate(estimate)
  const rate = (estimate: Estimate | null): string => (estimate === null ? '' : formatRate(estimate))
  const all: readonly (readonly [title: string, read: (set: MeasuredSet) => string])[] = [
    ['set', ({ name }) => escape(name)],
    ['kept', (set) => set.kept],
    ['n', ({ n }) => formatCount(n)],
    [found, ({ truePositiveRate }) => rate(truePositiveRate)],
    [alarms, ({ falsePositiveRate }) => rate(falsePositiveRate)],
    ['AUC', ({ auc }) => figure(auc)],
    ['kappa', ({ kappa }) => figure(kappa)],
    ['not judged', ({ notJudged }) => (notJudged === 0 ? '' : formatCount(notJudged))],
  ]
  const shown = all.filter(([, read]) => sets.some((set) => read(set) !== ''))
  const columns = shown.map(([title]) => title)
  const rows = sets.map((set) => shown.map(([, read]) => read(set)))
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}

function renderOthers(sets: readonly MeasuredSet[]): readonly string[] {
  const lines = sets.flatMap(({ name, others }) => {
    const figures = Object.entries(others ?? {}).map(
      ([what, value]) => `${escape(what)} ${formatNumber(value)}`,
    )
    return figures.length === 0 ? [] : [`- ${escape(name)}: ${figures.join(', ')}`]
  })
  return lines.length === 0 ? [] : ['Other figures, without intervals:', '', ...lines, '']
}

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
