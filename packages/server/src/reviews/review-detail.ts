import type { Evaluation, Review, ReviewDetail, WhatChanged } from '@assay/contracts/hub'
import type { JudgeCorrection } from '@assay/contracts'
import { compareCorrected, defaultMargin } from '@assay/core/evaluation'
import {
  compareTargetVersions,
  describeReview,
  mergeWhatChanged,
  type ReviewFigures,
} from '@assay/core/reviewing'
import { formatCount } from '@assay/core/wording'
import { readEvaluation, readEvaluationRun, readReviewFigures } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import { readStandings } from './standings.ts'
import { readTargetVersion } from './read-target-version.ts'

type Parts = Pick<Hub, 'control' | 'facts' | 'clock'>

/** Everything a review's page shows. Not inside a transaction. */
export async function readReviewDetail(parts: Parts, review: Review): Promise<ReviewDetail> {
  const figures = await readReviewFigures(parts.control, review.id)
  const { target, baseline, rollback, evaluationId } = review
  const changes =
    baseline === null ? [] : await compareVersions(parts, review, [baseline.version, target.version])
  const whatChanged = mergeWhatChanged(changes, figures?.differs ?? [])
  const requirements =
    figures === null || evaluationId === null
      ? []
      : await readStandings(parts, review.projectId, evaluationId)
  const gates = figures?.gates ?? []
  const { overall = null, candidate = null } = figures ?? {}
  return {
    review,
    headline: describeReview({
      version: target.version,
      baselineVersion: baseline?.version ?? null,
      waitsFor: figures === null ? await describeWait(parts, review) : null,
      overall,
      candidate,
      whatChanged,
      requirements,
      gates,
    }),
    whatChanged: [...whatChanged],
    overall,
    corrected: figures === null ? null : await compareByLabels(parts, review, overall?.margin),
    candidate,
    baseline: figures?.baseline ?? null,
    requirements,
    gates: [...gates],
    ...movesOf(figures),
    rollbackChanges:
      rollback === null
        ? []
        : [...(await compareVersions(parts, review, [target.version, rollback.version]))],
  }
}

const movesOf = (
  figures: ReviewFigures | null,
): Pick<ReviewDetail, 'regressions' | 'improvements' | 'moved'> => ({
  regressions: figures?.regressions ?? [],
  improvements: figures?.improvements ?? [],
  moved: figures?.moved ?? { lost: 0, gained: 0, notPaired: 0, onlyInCandidate: 0, onlyInBaseline: 0 },
})

async function compareVersions(
  { control }: Parts,
  { projectId, target }: Review,
  [from, to]: readonly [number, number],
): Promise<readonly WhatChanged[]> {
  const before = await readTargetVersion(control, { projectId, targetId: target.id, version: from })
  const after = await readTargetVersion(control, { projectId, targetId: target.id, version: to })
  return before === null || after === null ? [] : compareTargetVersions(before, after)
}

/** As people's labels stand now. */
async function compareByLabels(
  { control }: Parts,
  { evaluationId, baseline }: Review,
  margin = defaultMargin,
): Promise<ReviewDetail['corrected']> {
  const read = async (id: string | null): Promise<JudgeCorrection | null> =>
    id === null ? null : ((await readEvaluationRun(control, id))?.summary?.correction ?? null)
  return compareCorrected(await read(baseline?.evaluationId ?? null), await read(evaluationId), margin)
}

/** What stands between the review and its figures, as a sentence without its end. */
async function describeWait({ control }: Parts, { target, baseline, evaluationId }: Review): Promise<string> {
  const awaited = [
    { id: evaluationId, version: target.version },
    ...(baseline === null ? [] : [{ id: baseline.evaluationId, version: baseline.version }]),
  ]
  const sentences: string[] = []
  for (const { id, version } of awaited) {
    const evaluation = id === null ? null : await readEvaluation(control, id)
    if (evaluation === null || evaluation.status !== 'finished')
      sentences.push(describeOpen(evaluation, version))
  }
  return sentences.length === 0 ? 'the figures are being made' : sentences.join('; ')
}

function describeOpen(evaluation: Evaluation | null, version: number): string {
  if (evaluation === null) return `version ${version} was not evaluated`
  const { status, progress, error } = evaluation
  switch (status) {
    case 'failed':
      return `the evaluation of version ${version} failed${error === null ? '' : `: ${error.message} (${error.code})`}`
    case 'stopped':
      return `the evaluation of version ${version} was stopped and can go on`
    case 'pending':
      return `the evaluation of version ${version} waits for answers of a batch`
    case 'queued':
      return `the evaluation of version ${version} waits for its turn`
    case 'running':
    case 'finished':
      return `${formatCount(progress.done)} of ${formatCount(progress.total)} answers of version ${version} are there`
  }
}
