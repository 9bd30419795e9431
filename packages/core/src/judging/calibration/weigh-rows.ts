import type { JudgeLabel } from '@assay/contracts'
import { drawKey, type SettledRow } from './settle-labels.ts'

/**
 * How many answers of its run a row stands for: the size of its stratum over the rows labelled of it, so that a queue may
 * be left or made longer at any time. Where a run was parted into strata in several ways, each such draw stands for the
 * whole run, and counts by its labelled rows. 1 for rows chosen by hand.
 */
export function weighRows(rows: readonly SettledRow[]): (row: SettledRow) => number {
  const drawn = rows.flatMap(({ draws }) => draws)
  const ofRun = Map.groupBy(drawn, ({ runId }) => runId)
  const ofDraw = Map.groupBy(drawn, drawKey)
  const ofStratum = Map.groupBy(drawn, stratumKey)
  const weightIn = (label: JudgeLabel): number => {
    const [run, draw, stratum] = [
      ofRun.get(label.runId) ?? [],
      ofDraw.get(drawKey(label)) ?? [],
      ofStratum.get(stratumKey(label)) ?? [],
    ]
    return (sizeOf(label, stratum) / stratum.length) * (draw.length / run.length)
  }
  return ({ draws }) => (draws.length === 0 ? 1 : draws.reduce((sum, label) => sum + weightIn(label), 0))
}

const stratumKey = (label: JudgeLabel): string => `${drawKey(label)}\n${label.stratum}`

/** Without a size, the rows are taken for all that were drawn; the largest chance is that of the longest queue. */
const sizeOf = ({ draw }: JudgeLabel, stratum: readonly JudgeLabel[]): number =>
  draw?.stratumSize ??
  stratum.length / stratum.reduce((most, each) => Math.max(most, each.inclusionProbability ?? 0), 0)
