import { refitThreshold } from '../../detectors/refit-threshold.ts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { estimateAuc } from '../../statistics/agreement/estimate-auc.ts'
import { estimateRate } from '../../statistics/estimate-rate.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { createRandom } from '../../statistics/random.ts'

/** A score and whether the thing is truly there. */
export interface ScoredRow {
  readonly score: number
  readonly positive: boolean
  readonly clusterKey: string
}

/** `balance`: most found less false alarms (Youden's J). A number: as much as can be found at that false positive rate. */
export type CalibrationGoal = 'balance' | number

export interface OperatingPoint {
  readonly threshold: number
  readonly truePositiveRate: Estimate
  readonly falsePositiveRate: Estimate
}

export interface CalibratedThreshold {
  readonly threshold: number
  /** On the half it was learned on: what it promises. */
  readonly learned: OperatingPoint
  /** On the other half: what it holds. */
  readonly proven: OperatingPoint
  /** The threshold in use, on the same other half; `null`: there is none. */
  readonly current: OperatingPoint | null
  /** Over both halves: no threshold is in it. */
  readonly auc: Estimate
}

export interface CalibrationOptions {
  readonly goal: CalibrationGoal
  readonly seed: string
  readonly current: number | null
}

/**
 * A threshold learned on one half of the clusters and proven on the other: measured where it was learned, any threshold
 * looks better than it is. Found is what scores the threshold or more. Fails with ASSAY-7021 where the rows are too few.
 */
export function calibrateThreshold(
  rows: readonly ScoredRow[],
  { goal, seed, current }: CalibrationOptions,
): Result<CalibratedThreshold> {
  const { learning, proving } = splitByCluster(rows, seed)
  if (proving.length === 0)
    return fail(createError('ASSAY-7021', { message: 'There are too few scored rows to make two halves of' }))
  const learned = goal === 'balance' ? ok(learnBalance(learning)) : learnAtRate(learning, goal)
  if (!learned.ok) return learned
  const threshold = learned.value
  return ok({
    threshold,
    learned: measureAt(learning, threshold),
    proven: measureAt(proving, threshold),
    current: current === null ? null : measureAt(proving, current),
    auc: estimateAuc(rows),
  })
}

function learnAtRate(rows: readonly ScoredRow[], rate: number): Result<number> {
  const harmless = rows.filter(({ positive }) => !positive).map(({ score }) => score)
  const fitted = refitThreshold(harmless, rate)
  return fitted.kind === 'fitted'
    ? ok(fitted.threshold)
    : fail(
        createError('ASSAY-7021', {
          message: `The half to learn on cannot tell the threshold. ${fitted.reason}`,
          fix: 'add harmless rows, or ask for a higher rate',
        }),
      )
}

/** Whole clusters, so that no fact is in both halves. */
export function splitByCluster(
  rows: readonly ScoredRow[],
  seed: string,
): { readonly learning: readonly ScoredRow[]; readonly proving: readonly ScoredRow[] } {
  const keys = createRandom(seed).shuffle([...new Set(rows.map(({ clusterKey }) => clusterKey))].sort())
  const first = new Set(keys.slice(0, Math.ceil(keys.length / 2)))
  return {
    learning: rows.filter(({ clusterKey }) => first.has(clusterKey)),
    proving: rows.filter(({ clusterKey }) => !first.has(clusterKey)),
  }
}

/** Youden's J; of equal ones the highest: it gives fewer false alarms. */
export function learnBalance(rows: readonly ScoredRow[]): number {
  const candidates = candidateThresholds(rows)
  const gain = (threshold: number): number =>
    shareFound(rows, threshold, true) - shareFound(rows, threshold, false)
  return candidates.reduce((best, each) => (gain(each) >= gain(best) ? each : best), candidates[0] ?? 0)
}

/** Midways between neighbouring scores, ascending, and one above all: where nothing is found. */
function candidateThresholds(rows: readonly ScoredRow[]): readonly number[] {
  const scores = [...new Set(rows.map(({ score }) => score))].sort((a, b) => a - b)
  const midways = scores.slice(1).map((score, at) => (score + (scores[at] ?? score)) / 2)
  const highest = scores.at(-1) ?? 1
  return [
    ...(scores.length === 0 ? [] : [scores[0] ?? 0]),
    ...midways,
    highest + Math.max(1e-6, Math.abs(highest) * 1e-6),
  ]
}

function shareFound(rows: readonly ScoredRow[], threshold: number, positive: boolean): number {
  const all = rows.filter((row) => row.positive === positive)
  return all.length === 0 ? 0 : all.filter(({ score }) => score >= threshold).length / all.length
}

function measureAt(rows: readonly ScoredRow[], threshold: number): OperatingPoint {
  const rate = (positive: boolean): Estimate =>
    estimateRate({
      outcomes: rows
        .filter((row) => row.positive === positive)
        .map(({ score, clusterKey }) => ({ pass: score >= threshold, clusterKey })),
    })
  return { threshold, truePositiveRate: rate(true), falsePositiveRate: rate(false) }
}
