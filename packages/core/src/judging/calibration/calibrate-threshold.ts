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
  const lacking = findLacking({ learning, proving }, goal)
  if (lacking !== null) return refuse(lacking, 'add such rows, or split otherwise with --seed')
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
    : refuse(
        `The half to learn on cannot tell the threshold. ${fitted.reason}`,
        'add harmless rows, or ask for a higher rate',
      )
}

/** A share of false alarms can be learned from harmless rows alone; a balance takes both kinds. */
function findLacking(halves: ReturnType<typeof splitByCluster>, goal: CalibrationGoal): string | null {
  for (const [half, rows] of [
    ['learn', halves.learning],
    ['prove', halves.proving],
  ] as const) {
    if (rows.length === 0) return 'There are too few scored rows to make two halves of'
    if (rows.every(({ positive }) => positive))
      return `The half to ${half} on holds no row in which nothing is to be found`
    if (goal === 'balance' && !rows.some(({ positive }) => positive))
      return `The half to ${half} on holds no row in which something is to be found`
  }
  return null
}

const refuse = (message: string, fix: string): Result<never> =>
  fail(createError('ASSAY-7021', { message, fix }))

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

/** Youden's J; of equal ones the highest: it gives fewer false alarms. Midway between neighbouring scores, or beside all. */
export function learnBalance(rows: readonly ScoredRow[]): number {
  const positives = rows.filter(({ positive }) => positive).length
  const negatives = rows.length - positives
  const sorted = rows.toSorted((a, b) => b.score - a.score)
  const [highest] = sorted
  if (highest === undefined) return 0
  // Above all scores nothing is found.
  let best = { threshold: highest.score + Math.max(1e-6, Math.abs(highest.score) * 1e-6), gain: 0 }
  let [found, alarms] = [0, 0]
  for (const [at, { score, positive }] of sorted.entries()) {
    if (positive) found += 1
    else alarms += 1
    const next = sorted[at + 1]?.score
    if (next === score) continue
    const gain = found / Math.max(1, positives) - alarms / Math.max(1, negatives)
    if (gain > best.gain) best = { threshold: next === undefined ? score : (score + next) / 2, gain }
  }
  return best.threshold
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
