import type { MeasuredSet } from '@assay/contracts'
import type { Detector, DetectorInput } from '../../packages/core/src/ports/detector.ts'
import { measureSet } from './measure-set.ts'

/** The shipped threshold of every detector. */
export const threshold = 0.5

export interface LabelledInput extends DetectorInput {
  readonly isPositive: boolean
  /** Rows that are not independent share it; absent: it stands alone. */
  readonly clusterKey?: string | undefined
}

export type Described = Pick<MeasuredSet, 'name' | 'what' | 'kept'>

/** A detector on labelled texts, at its shipped threshold. */
export async function measureDetector(
  detector: Detector,
  rows: readonly LabelledInput[],
  described: Described,
): Promise<MeasuredSet> {
  const scores = await scoreAll(detector, rows)
  return measureSet(
    rows.map(({ isPositive, clusterKey }, index) => ({
      isPositive,
      isFound: (scores[index] ?? 0) >= threshold,
      clusterKey,
    })),
    described,
  )
}

export async function scoreAll(
  detector: Detector,
  rows: readonly DetectorInput[],
): Promise<readonly number[]> {
  const found = await detector.detect(rows, new AbortController().signal)
  if (!found.ok) throw new Error('The detector needs nothing that could fail.')
  return found.value.map(({ score }) => score)
}
