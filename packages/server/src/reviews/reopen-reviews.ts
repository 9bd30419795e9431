import type { Review } from '@assay/contracts/hub'
import { nextReview, standingDecisions } from '@assay/core/reviewing'
import {
  hasOtherActiveCases,
  listPins,
  listReviewsInForce,
  readDocument,
  readDocumentVersion,
  readTestSet,
  updateReview,
  type ControlDatabase,
} from '@assay/storage/postgres'
import type { HandlerContext } from '../hub.ts'
import { publishReview } from './publish-review.ts'
import { reviewStateOf } from './review-state-of.ts'

type Context = Pick<HandlerContext, 'hub' | 'control' | 'at' | 'afterCommit'>

/**
 * A requirement got a version, or was put away or brought back: reviews in force that use its test sets, by this version or the
 * one before, are decided anew. Inside the transaction of the change, after it is written.
 */
export async function reopenForRequirement(
  context: Context,
  { projectId, documentId }: { readonly projectId: string; readonly documentId: string },
): Promise<void> {
  const { control } = context
  const requirement = await readDocument(control, projectId, documentId)
  if (requirement?.kind !== 'requirement') return
  const { name, version, archivedAt } = requirement
  const testSetIds = [
    ...requirement.body.cases.testSetIds,
    ...(await readEarlierSets(control, documentId, version - 1)),
  ]
  const because =
    archivedAt !== null
      ? `Requirement ${name} was put away`
      : version === 1
        ? `Requirement ${name} is new`
        : `Requirement ${name} is in version ${version} now`
  for (const review of await listReviewsInForce(control, { projectId, testSetIds }))
    await reopen(context, review, because)
}

/**
 * Cases of a test set changed: reviews in force that use it are decided anew where the cases that are asked are not those that
 * were evaluated. New drafts and tags change nothing. Inside the transaction of the change, after it is written.
 */
export async function reopenForTestSet(
  context: Context,
  { projectId, testSetId }: { readonly projectId: string; readonly testSetId: string },
): Promise<void> {
  const { control } = context
  const set = await readTestSet(control, projectId, testSetId)
  if (set === null) return
  const because = `Test set ${set.name} is not as it was evaluated`
  for (const review of await listReviewsInForce(control, { projectId, testSetIds: [testSetId] })) {
    if (isSaid(review, because)) continue
    const before = await findEvaluatedVersion(control, review, testSetId)
    if (before === null) continue
    const isOther = await hasOtherActiveCases(control, { testSetId, before, after: set.version })
    if (isOther) await reopen(context, review, because)
  }
}

/** The same was said already, and nobody decided since. */
const isSaid = ({ reopened, decisions }: Review, because: string): boolean =>
  reopened.at(-1)?.because === because && standingDecisions(decisions.map(toStanding)).length === 0

const toStanding = ({ by, outdated }: Review['decisions'][number]) => ({ by: by.id, outdated })

async function reopen(context: Context, before: Review, because: string): Promise<void> {
  const { control, hub, at } = context
  if (isSaid(before, because)) return
  const state = nextReview(reviewStateOf(before), { kind: 'reopen', at, because })
  if (!state.ok) return
  const changed = await updateReview(control, { before, state: state.value })
  if (changed.ok) context.afterCommit(() => publishReview(hub, before))
}

/** `null`: its evaluation does not say which version of the set it asked. */
async function findEvaluatedVersion(
  control: ControlDatabase,
  { evaluationId }: Review,
  testSetId: string,
): Promise<number | null> {
  if (evaluationId === null) return null
  const pins = (await listPins(control, [evaluationId])).get(evaluationId) ?? []
  return pins.find(({ kind, id }) => kind === 'test-set' && id === testSetId)?.version ?? null
}

async function readEarlierSets(
  control: ControlDatabase,
  documentId: string,
  version: number,
): Promise<readonly string[]> {
  const earlier = version < 1 ? null : await readDocumentVersion(control, documentId, version)
  const cases: unknown = earlier?.body['cases']
  const ids: unknown = typeof cases === 'object' && cases !== null ? Reflect.get(cases, 'testSetIds') : null
  return Array.isArray(ids) ? ids.map(String) : []
}
