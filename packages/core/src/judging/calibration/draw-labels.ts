import type { JudgeLabel, LabelStratum, VerdictRow } from '@assay/contracts'
import { createRandom } from '../../statistics/random.ts'

/** An answer of the run that could be labelled. */
export interface LabelCandidate {
  readonly unit: string
  readonly verdict: Pick<VerdictRow, 'outcome' | 'reason' | 'score' | 'claims'>
  /** Another judge of the same answer says otherwise. */
  readonly isDisputed: boolean
}

export interface DrawnLabel extends Pick<
  JudgeLabel,
  'drawnBy' | 'stratum' | 'inclusionProbability' | 'draw'
> {
  readonly unit: string
}

/** At least so much of a queue is drawn from all rows alike (methods §3). */
const minRandomShare = 0.3

export interface DrawOptions {
  readonly n: number
  readonly seed: string
  /** Share of the rows that are shared out by size: 0.3, which is the least, unless given. */
  readonly randomShare?: number | undefined
}
const strata = ['disagreement', 'not-judged', 'hedged', 'plain'] as const satisfies readonly LabelStratum[]

/**
 * Which answers to label: a stratified random sample. Three in ten, or more, are shared out by size, the others go to the rows
 * where a label tells most. Within a stratum every row has the same chance, which is stored beside the size of
 * the stratum, so that rates can be weighted back to the run. With the same seed a larger `n` begins with the same rows of each stratum; the order is random.
 */
export function drawLabels(
  candidates: readonly LabelCandidate[],
  { n, seed, randomShare = minRandomShare }: DrawOptions,
): readonly DrawnLabel[] {
  const byStratum = Map.groupBy(candidates, stratumOf)
  const parted = strata.map((stratum) => (byStratum.get(stratum) ?? []).map(({ unit }) => unit).sort())
  const id = nameParting(parted)
  const sizes = parted.map((units) => units.length)
  const total = Math.min(n, candidates.length)
  const shared = shareOut(Math.ceil(total * Math.max(minRandomShare, randomShare)), sizes)
  const counts = giveRest(total, shared, sizes)
  const drawn = strata.flatMap((stratum, at) => {
    const rows = parted[at] ?? []
    const taken = createRandom(`${seed} ${stratum}`).shuffle(rows).slice(0, counts[at])
    return taken.map((unit, index): DrawnLabel => ({
      unit,
      stratum,
      drawnBy: index < (shared[at] ?? 0) || stratum === 'plain' ? 'random' : reasonOf(stratum),
      inclusionProbability: taken.length / rows.length,
      draw: { id, stratumSize: rows.length },
    }))
  })
  return createRandom(`${seed} order`).shuffle(drawn)
}

/** Short, and another for any other parting. */
const nameParting = (parted: readonly (readonly string[])[]): string =>
  createRandom(JSON.stringify(parted))
    .integer(2 ** 32)
    .toString(36)

/** What a label of the row tells most of. */
export function stratumOf({ verdict, isDisputed }: Omit<LabelCandidate, 'unit'>): LabelStratum {
  if (isDisputed) return 'disagreement'
  if (verdict.outcome !== 'pass' && verdict.outcome !== 'fail') return 'not-judged'
  return isUnsure(verdict) ? 'hedged' : 'plain'
}

function isUnsure({ score, reason, claims }: LabelCandidate['verdict']): boolean {
  const isPartial = typeof score === 'number' && score > 0 && score < 1
  return (
    isPartial ||
    reason?.startsWith('hedged') === true ||
    claims?.some((each) => each.status === 'unclear') === true
  )
}

const reasonOf = (stratum: Exclude<LabelStratum, 'plain'>): DrawnLabel['drawnBy'] =>
  stratum === 'hedged' ? 'stratified' : stratum

/** `count` by size, and one at least of every stratum that has a row: without it the sample would not stand for the run. */
function shareOut(count: number, sizes: readonly number[]): readonly number[] {
  const all = Math.max(1, sumOf(sizes))
  const shares = sizes.map((size) => Math.min(size, Math.max(1, Math.floor((count * size) / all))))
  return addUpTo(count, shares, sizes)
}

/** Half of what is left goes to the hard strata in equal parts, as far as they have rows; the plain one takes the rest. */
function giveRest(total: number, shared: readonly number[], sizes: readonly number[]): readonly number[] {
  const plain = sizes.length - 1
  const hard = sizes.filter((size, at) => size > 0 && at !== plain).length
  const each = Math.floor(Math.max(0, total - sumOf(shared)) / 2 / Math.max(1, hard))
  const counts = shared.map((count, at) => (at === plain ? count : Math.min(sizes[at] ?? 0, count + each)))
  return addUpTo(total, counts, sizes)
}

/** Adds rows until there are `total`, plain ones first, as far as there are some. */
function addUpTo(total: number, counts: readonly number[], sizes: readonly number[]): readonly number[] {
  const filled = [...counts]
  for (const at of [...counts.keys()].reverse()) {
    const room = Math.min(Math.max(0, total - sumOf(filled)), (sizes[at] ?? 0) - (filled[at] ?? 0))
    filled[at] = (filled[at] ?? 0) + room
  }
  return filled
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
