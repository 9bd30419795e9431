import type { EndpointRequest, Evaluation, Review, reviewEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  findApprovedVersion,
  insertReview,
  readDocument,
  readDocumentVersion,
  readEvaluation,
  readTestSet,
} from '@assay/storage/postgres'
import { requirePeople } from '../annotations/require-people.ts'
import { requireReadable, startEvaluation } from '../evaluations/start-evaluation.ts'
import { actorOf, type HandlerContext } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { findReviewedEvaluation } from './find-reviewed-evaluation.ts'

export type OpenReviewBody = EndpointRequest<(typeof reviewEndpoints)['openReview']>['body']

/** Makes a review as `evaluating`, and starts the evaluations it lacks. Whatever it names must stand in the project. Throws `InvalidRequest` for a gate or a judge that cannot be read. */
export async function openReview(
  context: HandlerContext,
  projectId: string,
  body: OpenReviewBody,
): Promise<Result<Review>> {
  const { control, hub, at } = context
  requireReadable(body)
  const target = await readDocument(control, projectId, body.targetId)
  if (target?.kind !== 'target') return notThere('targetId')
  const linked = await requireThings(context, projectId, body)
  if (!linked.ok) return linked
  const reviewers = await requirePeople(control, {
    projectId,
    ids: body.requiredReviewerIds,
    where: 'requiredReviewerIds',
    right: 'review',
  })
  if (!reviewers.ok) return reviewers
  const versions = await chooseVersions(context, target, body)
  if (!versions.ok) return versions
  const evaluations = await findOrStart(context, { projectId, ...body }, versions.value)
  if (!evaluations.ok) return evaluations
  const { version, baselineVersion } = versions.value
  const { evaluationId, baselineEvaluationId } = evaluations.value
  return ok(
    await insertReview(control, {
      id: createId(hub.clock, hub.random),
      projectId,
      title: body.title ?? `${target.name} version ${version}`.slice(0, 120),
      target: { id: target.id, version },
      baseline:
        baselineVersion === null ? null : { version: baselineVersion, evaluationId: baselineEvaluationId },
      testSetIds: [...new Set(body.testSetIds)],
      checkIds: [...new Set(body.checkIds)],
      judge: body.judge,
      gates: body.gates,
      evaluationId,
      requiredReviewerIds: reviewers.value,
      rollback: body.rollback,
      by: actorOf(context).id,
      at,
    }),
  )
}

async function requireThings(
  { control }: HandlerContext,
  projectId: string,
  { testSetIds, checkIds }: Pick<OpenReviewBody, 'testSetIds' | 'checkIds'>,
): Promise<Result<void>> {
  for (const id of testSetIds)
    if ((await readTestSet(control, projectId, id)) === null) return notThere('testSetIds')
  for (const id of checkIds)
    if ((await readDocument(control, projectId, id))?.kind !== 'check') return notThere('checkIds')
  return ok(undefined)
}

interface Versions {
  readonly targetId: string
  readonly version: number
  readonly baselineVersion: number | null
}

/** The version it is compared with: the one given, else the one approved last, else the one before. */
async function chooseVersions(
  { control }: HandlerContext,
  target: { readonly id: string; readonly version: number },
  body: OpenReviewBody,
): Promise<Result<Versions>> {
  const version = body.version ?? target.version
  const before = async (): Promise<number | null> =>
    (await findApprovedVersion(control, { targetId: target.id, before: version })) ??
    (version > 1 ? version - 1 : null)
  const baselineVersion = body.baselineVersion === undefined ? await before() : body.baselineVersion
  const named = [
    ['version', version],
    ['baselineVersion', baselineVersion],
    ['rollback.version', body.rollback?.version ?? null],
  ] as const
  for (const [where, number] of named)
    if (number !== null && (await readDocumentVersion(control, target.id, number)) === null)
      return notThere(where)
  if (baselineVersion === version) return invalid('baselineVersion', 'A version is not compared with itself')
  if (body.rollback?.version === version)
    return invalid('rollback.version', 'Going back leads to another version than the one reviewed')
  return ok({ targetId: target.id, version, baselineVersion })
}

interface Evaluations {
  readonly evaluationId: string
  readonly baselineEvaluationId: string | null
}

type Wanted = Pick<
  OpenReviewBody,
  'testSetIds' | 'checkIds' | 'judge' | 'evaluationId' | 'baselineEvaluationId'
> & {
  readonly projectId: string
}

async function findOrStart(
  context: HandlerContext,
  wanted: Wanted,
  { targetId, version, baselineVersion }: Versions,
): Promise<Result<Evaluations>> {
  const candidate = await chooseEvaluation(context, wanted, { targetId, version, given: wanted.evaluationId })
  if (!candidate.ok) return candidate
  if (baselineVersion === null) return ok({ evaluationId: candidate.value, baselineEvaluationId: null })
  const baseline = await chooseEvaluation(context, wanted, {
    targetId,
    version: baselineVersion,
    given: wanted.baselineEvaluationId,
  })
  return baseline.ok ? ok({ evaluationId: candidate.value, baselineEvaluationId: baseline.value }) : baseline
}

async function chooseEvaluation(
  context: HandlerContext,
  wanted: Wanted,
  of: { readonly targetId: string; readonly version: number; readonly given: string | undefined },
): Promise<Result<string>> {
  const { control } = context
  if (of.given !== undefined)
    return requireEvaluation(await readEvaluation(control, of.given), wanted.projectId, of)
  const found = await findReviewedEvaluation(control, { ...wanted, ...of })
  if (found !== null) return ok(found.id)
  const started = await startReviewEvaluation(context, wanted, of)
  return started.ok ? ok(started.value.id) : started
}

/** One that was sent names no version of the hub: whoever opens the review vouches for it. */
function requireEvaluation(
  evaluation: Evaluation | null,
  projectId: string,
  { targetId, version }: { readonly targetId: string; readonly version: number },
): Result<string> {
  if (evaluation === null || evaluation.projectId !== projectId) return notThere('evaluationId')
  const { pin } = evaluation.target
  return pin === null || (pin.id === targetId && pin.version === version)
    ? ok(evaluation.id)
    : invalid('evaluationId', `${evaluation.name} evaluated ${pin.name} version ${pin.version}`)
}

/** As the endpoint `startEvaluation`, over everything the review asks for. */
export const startReviewEvaluation = (
  context: HandlerContext,
  { projectId, testSetIds, checkIds, judge }: Pick<Wanted, 'projectId' | 'testSetIds' | 'checkIds' | 'judge'>,
  { targetId, version }: { readonly targetId: string; readonly version: number },
): Promise<Result<Evaluation>> =>
  startEvaluation(context, projectId, {
    targetId,
    targetVersion: version,
    testSetIds: [...new Set(testSetIds)],
    tags: [],
    checkIds: [...new Set(checkIds)],
    judge,
    repeats: 1,
    gates: [],
    budgetUsd: null,
  })

const invalid = (where: string, message: string): Result<never> =>
  fail(createError('ASSAY-9006', { where, message }))
