import { testCaseSchema } from '@assay/contracts'
import { createError, fail, ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  addCases,
  countComments,
  countFacets,
  listCaseHistory,
  listCases,
  readCase,
  readCurrentCases,
  replaceCases,
} from '@assay/storage/postgres'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { InvalidRequest } from '../http/read-request.ts'
import { changeManyCases } from '../test-sets/change-many-cases.ts'
import { editCase } from '../test-sets/edit-case.ts'
import { fillCase } from '../test-sets/fill-case.ts'
import { findCaseFaults } from '../test-sets/find-case-faults.ts'
import { findRepeatedIds } from '../test-sets/find-repeated-ids.ts'
import { readTestSetOf } from '../test-sets/read-test-set-of.ts'
import { auditRevised, reviseCases } from '../test-sets/revise-cases.ts'

type CaseEndpoint =
  | 'listCases'
  | 'countCases'
  | 'getCase'
  | 'listCaseHistory'
  | 'addCases'
  | 'changeCase'
  | 'changeCases'

export const caseHandlers: Handlers<CaseEndpoint> = {
  async listCases({ params, query }, context) {
    const { control } = context
    const testSet = await readTestSetOf(context, params, query.version)
    if (!testSet.ok) return testSet
    const listed = await listCases(control, { ...query, testSetId: params.testSetId })
    if (!listed.ok) return listed
    const subjectOf = (caseId: string): string => `${params.testSetId}/${caseId}`
    const comments = await countComments(
      control,
      params.projectId,
      'case',
      listed.value.items.map(({ id }) => subjectOf(id)),
    )
    const items = listed.value.items.map((row) => ({
      ...row,
      comments: comments.get(subjectOf(row.id)) ?? 0,
    }))
    return ok({ ...listed.value, items })
  },
  async countCases({ params }, context) {
    const testSet = await readTestSetOf(context, params)
    return testSet.ok
      ? ok({ facets: await countFacets(context.control, { testSetId: params.testSetId }) })
      : testSet
  },
  async getCase({ params: { caseId, ...params }, query: { version } }, context) {
    const testSet = await readTestSetOf(context, params, version)
    if (!testSet.ok) return testSet
    const found = await readCase(context.control, { testSetId: params.testSetId, version }, caseId)
    return found === null ? notThere(`case ${caseId}`) : ok(found)
  },
  async listCaseHistory({ params: { caseId, ...params } }, context) {
    const testSet = await readTestSetOf(context, params)
    if (!testSet.ok) return testSet
    const items = await listCaseHistory(context.control, params.testSetId, caseId)
    return items.length === 0 ? notThere(`case ${caseId}`) : ok({ items })
  },
  async addCases({ params, body }, context) {
    const { hub, control, rights } = context
    const testSet = await readTestSetOf(context, params)
    if (!testSet.ok) return testSet
    const createCaseId = (): string => createId(hub.clock, hub.random)
    const mayEdit = rights.has('edit')
    const cases = body.cases.map((given) => fillCase(given, { createId: createCaseId, mayEdit }))
    refuse(cases.flatMap((each, index) => below(`/cases/${index}`, findCaseFaults(each))))
    refuse(findRepeatedIds(cases.map(({ id }) => id)))
    const note = mayEdit ? 'Added' : 'Proposed'
    const revised = await reviseCases(context, testSet.value, note, (open) =>
      addCases(control, open, cases, createCaseId),
    )
    if (!revised.ok) return revised
    auditRevised(context, testSet.value, revised.value)
    return ok({ version: revised.value.version, ids: cases.map(({ id }) => id) })
  },
  async changeCase({ params: { caseId, ...params }, body }, context) {
    const { hub, control, revision, at } = context
    const { testSetId } = params
    const testSet = await readTestSetOf(context, params)
    if (!testSet.ok) return testSet
    const revised = await reviseCases(context, testSet.value, `Changed ${caseId}`, async (open) => {
      const before = await readCase(control, { testSetId }, caseId)
      const placed = (await readCurrentCases(control, testSetId, [caseId])).get(caseId)
      if (before === null || placed === undefined) return notThere(`case ${caseId}`)
      if (before.revision !== revision) return fail(createError('ASSAY-9004', { where: caseId }))
      const wanted = testCaseSchema.parse({ ...before.testCase, ...body })
      const after = editCase(before.testCase, wanted, { by: actorOf(context).name, at })
      refuse(findCaseFaults(after))
      context.audit({ kind: 'case', id: `${testSetId}/${caseId}`, before: before.testCase, after })
      if (after === before.testCase) return ok(undefined)
      const changed = [{ testCase: after, position: placed.position }]
      await replaceCases(control, open, changed, () => createId(hub.clock, hub.random))
      return ok(undefined)
    })
    if (!revised.ok) return revised
    const found = await readCase(control, { testSetId }, caseId)
    return found === null ? notThere(`case ${caseId}`) : ok(found)
  },
  changeCases: ({ params, body }, context) => changeManyCases(context, params, body),
}

type Faults = ReturnType<typeof findCaseFaults>

const below = (place: string, faults: Faults): Faults =>
  faults.map(({ pointer, message }) => ({ pointer: `${place}${pointer}`, message }))

function refuse(faults: Faults): void {
  if (faults.length > 0) throw new InvalidRequest(faults)
}
