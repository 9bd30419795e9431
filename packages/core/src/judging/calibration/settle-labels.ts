import type { JudgeLabel } from '@assay/contracts'
import { fitDawidSkene, type DawidSkene, type Rating } from '../../statistics/agreement/dawid-skene.ts'
import { isRightBy, isSetAside } from './label-outcomes.ts'

/** All that people said of one judged answer, and what it comes to. */
export interface SettledRow {
  /** Who said what: the last label of each. */
  readonly labels: readonly JudgeLabel[]
  /** The first label that says what the truth is, where there is one: the word of the people on this answer. */
  readonly about: JudgeLabel
  /** One label for each draw the answer came up in, mended since or not; none: it was chosen by hand. */
  readonly draws: readonly JudgeLabel[]
  /**
   * `right` and `wrong` are in the rates. `set aside`: somebody found the reference wrong or the question ambiguous.
   * `disputed`: as many say right as wrong. `unsure`: nobody decided.
   */
  readonly truth: 'right' | 'wrong' | 'set aside' | 'disputed' | 'unsure'
}

export interface SettledLabels {
  readonly rows: readonly SettledRow[]
  /** Of three labellers or more: whom to believe how far. `null`: there are fewer. */
  readonly consensus: DawidSkene | null
}

const minLabellers = 3

/**
 * One truth for each answer. Whoever adjudicates has the last word. Else labellers who agree settle it. Where they do not, three or more labellers are weighed by
 * their estimated error rates (Dawid–Skene); two leave it disputed.
 */
export function settleLabels(labels: readonly JudgeLabel[]): SettledLabels {
  const groups = [...Map.groupBy(labels, rowKey)].map(([key, all]) => ({ key, all, last: lastOfEach(all) }))
  const consensus = fitConsensus(groups.map(({ last }) => last))
  return {
    consensus,
    rows: groups.flatMap(({ key, all, last }): SettledRow[] => {
      const truth = settle(last, key, consensus)
      const about = last.find((label) => says(label, truth)) ?? last[0]
      return about === undefined ? [] : [{ labels: last, about, truth, draws: drawsOf(all) }]
    }),
  }
}

/** Which draw a label came by, among all runs. */
export const drawKey = ({ runId, draw }: Pick<JudgeLabel, 'runId' | 'draw'>): string =>
  `${runId}\n${draw?.id ?? ''}`

const rowKey = ({ runId, unit }: JudgeLabel): string => `${runId}\n${unit}`

/** Whoever labels a row again means the later label. */
const lastOfEach = (labels: readonly JudgeLabel[]): readonly JudgeLabel[] => [
  ...new Map(labels.map((label) => [`${label.adjudicates === true} ${label.labeller}`, label])).values(),
]

/** Given without sight of the others' labels: what agreement and error rates of labellers are made of. */
export const isIndependent = ({ adjudicates }: Pick<JudgeLabel, 'adjudicates'>): boolean =>
  adjudicates !== true

const drawsOf = (labels: readonly JudgeLabel[]): readonly JudgeLabel[] => [
  ...new Map(
    labels
      .filter(({ inclusionProbability }) => inclusionProbability !== null)
      .map((label) => [drawKey(label), label]),
  ).values(),
]

function says({ outcome, type }: JudgeLabel, truth: SettledRow['truth']): boolean {
  if (truth === 'set aside') return isSetAside(outcome)
  return (truth === 'right' || truth === 'wrong') && isRightBy(outcome, type) === (truth === 'right')
}

function fitConsensus(groups: readonly (readonly JudgeLabel[])[]): DawidSkene | null {
  const ratings = groups
    .flat()
    .filter(isIndependent)
    .flatMap((label): Rating[] => {
      const right = isRightBy(label.outcome, label.type)
      return right === null
        ? []
        : [{ item: rowKey(label), rater: label.labeller, category: right ? 'right' : 'wrong' }]
    })
  return new Set(ratings.map(({ rater }) => rater)).size < minLabellers ? null : fitDawidSkene(ratings)
}

function settle(
  labels: readonly JudgeLabel[],
  key: string,
  consensus: DawidSkene | null,
): SettledRow['truth'] {
  const ruling = labels.findLast((label) => !isIndependent(label))
  if (ruling !== undefined) return rule(ruling)
  if (labels.some(({ outcome }) => isSetAside(outcome))) return 'set aside'
  const votes = labels.flatMap(({ outcome, type }) => isRightBy(outcome, type) ?? [])
  if (votes.length === 0) return 'unsure'
  if (votes.every(Boolean)) return 'right'
  if (!votes.some(Boolean)) return 'wrong'
  if (consensus === null) return 'disputed'
  const belief = consensus.items.get(key)?.[consensus.categories.indexOf('right')] ?? 0.5
  return belief === 0.5 ? 'disputed' : belief > 0.5 ? 'right' : 'wrong'
}

function rule({ outcome, type }: JudgeLabel): SettledRow['truth'] {
  if (isSetAside(outcome)) return 'set aside'
  const right = isRightBy(outcome, type)
  return right === null ? 'unsure' : right ? 'right' : 'wrong'
}
