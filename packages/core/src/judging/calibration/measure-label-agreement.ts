import type { Estimate, JudgeLabel } from '@assay/contracts'
import { estimateKrippendorffAlpha } from '../../statistics/agreement/many-raters.ts'
import { estimateAgreement } from '../../statistics/agreement/two-raters.ts'
import { estimateRate } from '../../statistics/estimate-rate.ts'
import { isIndependent } from './settle-labels.ts'

type Word = Pick<JudgeLabel, 'unit' | 'clusterKey' | 'outcome' | 'labeller' | 'adjudicates'>

export interface LabelAgreement {
  readonly alpha: Estimate
  /** `null`: there are more than two labellers. */
  readonly kappa: Estimate | null
  readonly percent: Estimate
  /** Rows that two people or more labelled. */
  readonly n: number
}

/** Fewer say nothing of how far people agree. */
const minRows = 10

/**
 * How far labellers of the same answers use the same word. Being unsure is no word, and whoever adjudicates has seen the
 * others'. `null`: under ten rows have two words.
 */
export function measureLabelAgreement(labels: readonly Word[]): LabelAgreement | null {
  const words = labels.filter((each) => isIndependent(each) && each.outcome !== 'unsure')
  const rows = [...Map.groupBy(words, ({ unit }) => unit).values()].filter((row) => row.length >= 2)
  if (rows.length < minRows) return null
  return {
    alpha: estimateKrippendorffAlpha(
      rows.map((row) => row.map(({ outcome }) => outcome)),
      'nominal',
    ),
    kappa: kappaOf(rows),
    percent: estimateRate({ outcomes: rows.flatMap(pairsOf) }),
    n: rows.length,
  }
}

function kappaOf(rows: readonly (readonly Word[])[]): Estimate | null {
  const people = [...new Set(rows.flat().map(({ labeller }) => labeller))]
  const [first, second] = people
  if (people.length !== 2 || first === undefined || second === undefined) return null
  const wordOf = (row: readonly Word[], person: string): string =>
    row.findLast(({ labeller }) => labeller === person)?.outcome ?? ''
  return estimateAgreement(
    rows.map((row) => ({
      first: wordOf(row, first),
      second: wordOf(row, second),
      clusterKey: row[0]?.clusterKey,
    })),
  ).kappa
}

/** Every two labels of one row; the pairs of a row are no cases of their own. */
const pairsOf = (row: readonly Word[]) =>
  row.flatMap(({ outcome, unit }, index) =>
    row.slice(index + 1).map((other) => ({ pass: other.outcome === outcome, clusterKey: unit })),
  )
