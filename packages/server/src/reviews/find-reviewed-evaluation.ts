import type { Evaluation } from '@assay/contracts/hub'
import {
  findEvaluationOf,
  hasOtherActiveCases,
  listPins,
  readEvaluationRun,
  readTestSet,
  type ControlDatabase,
} from '@assay/storage/postgres'

export interface WantedEvaluation {
  readonly projectId: string
  readonly targetId: string
  readonly version: number
  readonly testSetIds: readonly string[]
  readonly checkIds: readonly string[]
  readonly judge: string
}

/**
 * A finished evaluation that says all a review wants to know: this version, these sets as they are now and as a whole, at least
 * these checks, this judge. `null`: it has to be made.
 */
export async function findReviewedEvaluation(
  control: ControlDatabase,
  wanted: WantedEvaluation,
): Promise<Evaluation | null> {
  const { projectId, targetId, version, testSetIds, judge, checkIds } = wanted
  const found = await findEvaluationOf(control, { projectId, targetId, version, testSetIds, judge })
  if (found === null) return null
  const run = await readEvaluationRun(control, found.id)
  const order = run?.workOrder ?? null
  const isWhole = order !== null && order.tags.length === 0 && order.limit === null && order.repeats === 1
  const pins = (await listPins(control, [found.id])).get(found.id) ?? []
  const checked = new Set(pins.filter(({ kind }) => kind === 'check').map(({ id }) => id))
  return isWhole && checkIds.every((id) => checked.has(id)) && (await areAsEvaluated(control, found))
    ? found
    : null
}

/** Whether the sets ask today what they asked then. */
async function areAsEvaluated(
  control: ControlDatabase,
  { projectId, testSet }: Pick<Evaluation, 'projectId' | 'testSet'>,
): Promise<boolean> {
  for (const { id, version } of testSet.pins) {
    const set = await readTestSet(control, projectId, id)
    if (set === null) return false
    if (
      set.version !== version &&
      (await hasOtherActiveCases(control, { testSetId: id, before: version, after: set.version }))
    )
      return false
  }
  return true
}
