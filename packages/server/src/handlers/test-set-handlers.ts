import type { HubTestSet } from '@assay/contracts/hub'
import { createError, fail, ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  insertTestSet,
  listTestSets,
  listTestSetVersions,
  readProject,
  restoreCases,
  updateTestSet,
} from '@assay/storage/postgres'
import { actorOf, type HandlerContext, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { readTestSetOf } from '../test-sets/read-test-set-of.ts'
import { auditRevised, reviseCases } from '../test-sets/revise-cases.ts'

type TestSetEndpoint =
  | 'listTestSets'
  | 'createTestSet'
  | 'getTestSet'
  | 'changeTestSet'
  | 'restoreTestSet'
  | 'listTestSetVersions'

export const testSetHandlers: Handlers<TestSetEndpoint> = {
  listTestSets: ({ params, query }, { control }) =>
    listTestSets(control, { ...query, projectId: params.projectId }),
  async createTestSet({ params: { projectId }, body }, context) {
    const { hub, control, at } = context
    if ((await readProject(control, projectId)) === null) return notThere(`project ${projectId}`)
    const id = createId(hub.clock, hub.random)
    const made = await insertTestSet(control, {
      ...body,
      tags: unique(body.tags),
      id,
      projectId,
      by: actorOf(context).id,
      at,
    })
    if (!made.ok) return made
    context.audit({ kind: 'test-set', id, name: made.value.name, after: auditedOf(made.value) })
    tellReaders(context, made.value)
    return made
  },
  getTestSet: ({ params }, context) => readTestSetOf(context, params),
  async changeTestSet({ params, body }, context) {
    const { control, revision, at } = context
    const before = await readTestSetOf(context, params)
    if (!before.ok) return before
    if (before.value.revision !== revision)
      return fail(createError('ASSAY-9004', { where: params.testSetId }))
    const values = { ...body, ...(body.tags !== undefined && { tags: unique(body.tags) }) }
    const changed = await updateTestSet(control, { before: before.value, at, values })
    if (!changed.ok) return changed
    context.audit({
      kind: 'test-set',
      id: before.value.id,
      name: changed.value.name,
      before: auditedOf(before.value),
      after: auditedOf(changed.value),
    })
    tellReaders(context, changed.value)
    return changed
  },
  async restoreTestSet({ params, body: { version } }, context) {
    const testSet = await readTestSetOf(context, params, version)
    if (!testSet.ok) return testSet
    const revised = await reviseCases(context, testSet.value, `Back to version ${version}`, async (open) => {
      await restoreCases(context.control, open, version)
      return ok(undefined)
    })
    if (!revised.ok) return revised
    auditRevised(context, testSet.value, revised.value)
    return readTestSetOf(context, params)
  },
  async listTestSetVersions({ params, query }, context) {
    const testSet = await readTestSetOf(context, params)
    return testSet.ok ? listTestSetVersions(context.control, testSet.value.id, query) : testSet
  },
}

const unique = (tags: readonly string[]): string[] => [...new Set(tags)]

const tellReaders = (context: HandlerContext, { id, projectId }: HubTestSet): void =>
  context.afterCommit(() => context.hub.events.publish(projectId, { kind: 'test-set', id }))

const auditedOf = ({
  name,
  description,
  tags,
  archivedAt,
}: HubTestSet): {
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  readonly archived: boolean
} => ({ name, description, tags, archived: archivedAt !== null })
