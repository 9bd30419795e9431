import type { Evaluation } from '@assay/contracts/hub'
import type { Estimate } from '@assay/contracts'

/** What else is not the same as in the evaluation before: the difference may come from it. */
export type Confounder = 'test set' | 'judge'

export interface VersionPoint {
  readonly evaluationId: string
  readonly name: string
  readonly version: string | null
  readonly finishedAt: string
  readonly passing: Estimate
  readonly testSet: string
  readonly judge: string
  readonly confounders: readonly Confounder[]
}

/** Finished evaluations of one target, oldest first, with what changed from one to the next besides the version. */
export function toVersionPoints(evaluations: readonly Evaluation[], target: string): VersionPoint[] {
  const finished = evaluations
    .filter((evaluation) => evaluation.target.name === target && isFinished(evaluation))
    .toSorted((one, other) => timeOf(one).localeCompare(timeOf(other)))
  return finished.map((evaluation, index) => ({
    evaluationId: evaluation.id,
    name: evaluation.name,
    version: evaluation.target.version,
    finishedAt: timeOf(evaluation),
    passing: evaluation.passing ?? notTested,
    testSet: nameTestSet(evaluation),
    judge: nameJudge(evaluation),
    confounders: findConfounders(finished[index - 1], evaluation),
  }))
}

/** Targets with a finished evaluation, the one evaluated last first. */
export const targetsOf = (evaluations: readonly Evaluation[]): readonly string[] => [
  ...new Set(
    evaluations
      .filter(isFinished)
      .toSorted((one, other) => timeOf(other).localeCompare(timeOf(one)))
      .map(({ target }) => target.name),
  ),
]

const notTested: Estimate = { value: null, low: null, high: null, n: 0, method: '' }

const isFinished = ({ status, passing }: Evaluation): boolean => status === 'finished' && passing !== null

const timeOf = ({ finishedAt, createdAt }: Evaluation): string => finishedAt ?? createdAt

const nameJudge = ({ judge }: Evaluation): string =>
  judge.version === null ? judge.id : `${judge.id} ${judge.version}`

/** Pins say the version; of an upload only the hash is known. */
const nameTestSet = ({ testSet }: Evaluation): string =>
  testSet.pins.length === 0
    ? testSet.name
    : testSet.pins.map(({ name, version }) => `${name} v${version}`).join(', ')

const identifyTestSet = (evaluation: Evaluation): string => evaluation.testSet.hash ?? nameTestSet(evaluation)

function findConfounders(before: Evaluation | undefined, now: Evaluation): readonly Confounder[] {
  if (before === undefined) return []
  return [
    ...(identifyTestSet(before) === identifyTestSet(now) ? [] : (['test set'] as const)),
    ...(nameJudge(before) === nameJudge(now) ? [] : (['judge'] as const)),
  ]
}
