import type { EndpointAnswer, EndpointRequest, HubTestSet, testSetEndpoints } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import {
  closeCases,
  copyCases,
  editColumns,
  lockTestSets,
  type ColumnEdit,
  type Revised,
} from '@assay/storage/postgres'
import type { HandlerContext } from '../hub.ts'
import { InvalidRequest } from '../http/read-request.ts'
import { readTestSetOf } from './read-test-set-of.ts'
import { auditRevised, reviseCases } from './revise-cases.ts'

type ChangeCases = (typeof testSetEndpoints)['changeCases']
type Answer = EndpointAnswer<ChangeCases>

/** One version for all of them; where nothing differs, none. Fails with ASSAY-9009 where the other set has one of the ids. */
export async function changeManyCases(
  context: HandlerContext,
  params: { readonly projectId: string; readonly testSetId: string },
  { ids, action }: EndpointRequest<ChangeCases>['body'],
): Promise<Result<Answer>> {
  const testSet = await readTestSetOf(context, params)
  if (!testSet.ok) return testSet
  const named = [...new Set(ids)]
  switch (action.do) {
    case 'set-status':
    case 'add-tag':
    case 'remove-tag':
      return changeHere(context, testSet.value, noteOf(action), (open) =>
        editColumns(context.control, open, named, action),
      )
    case 'remove':
      return changeHere(context, testSet.value, 'Removed', (open) => closeCases(context.control, open, named))
    case 'move':
    case 'copy':
      return takeAcross(context, testSet.value, { ids: named, to: action.to, isMove: action.do === 'move' })
  }
}

type Open = Parameters<Parameters<typeof reviseCases>[3]>[0]

function noteOf(action: ColumnEdit): string {
  switch (action.do) {
    case 'set-status':
      return action.status === 'active' ? 'Made active' : 'Made drafts'
    case 'add-tag':
      return `Tagged ${action.tag}`
    case 'remove-tag':
      return `Tag ${action.tag} taken off`
  }
}

async function changeHere(
  context: HandlerContext,
  testSet: HubTestSet,
  note: string,
  write: (open: Open) => Promise<void>,
): Promise<Result<Answer>> {
  const revised = await reviseCases(context, testSet, note, async (open) => {
    await write(open)
    return ok(undefined)
  })
  if (!revised.ok) return revised
  auditRevised(context, testSet, revised.value)
  const { changed, removed, version, before } = revised.value
  return ok({ changed: changed + removed, version, before, to: null })
}

interface Crossing {
  readonly ids: readonly string[]
  readonly to: string
  readonly isMove: boolean
}

async function takeAcross(
  context: HandlerContext,
  from: HubTestSet,
  { ids, to, isMove }: Crossing,
): Promise<Result<Answer>> {
  const { control } = context
  const other = await readTestSetOf(context, { projectId: from.projectId, testSetId: to })
  if (!other.ok || other.value.archivedAt !== null) throw fault('the project has no such test set')
  if (to === from.id) throw fault('it is the set they are in')
  await lockTestSets(control, [from.id, to])
  const there = await reviseCases(
    context,
    other.value,
    `${isMove ? 'Moved' : 'Copied'} from ${from.name}`,
    (open) => copyCases(control, open, from.id, ids),
  )
  if (!there.ok) return there
  const here = isMove
    ? await reviseCases(context, from, `Moved to ${other.value.name}`, async (open) => {
        await closeCases(control, open, ids)
        return ok(undefined)
      })
    : ok(untouched(from))
  if (!here.ok) return here
  auditCrossing(context, { from, to: other.value, here: here.value, there: there.value })
  return ok({
    changed: there.value.added,
    version: here.value.version,
    before: here.value.before,
    to: { id: to, version: there.value.version, before: there.value.before },
  })
}

const fault = (message: string): InvalidRequest => new InvalidRequest([{ pointer: '/action/to', message }])

const untouched = ({ version }: HubTestSet): Revised => ({
  before: version,
  version,
  added: 0,
  changed: 0,
  removed: 0,
})

/** One entry, with what happened in both sets. */
function auditCrossing(
  context: HandlerContext,
  {
    from,
    to,
    here,
    there,
  }: {
    readonly from: HubTestSet
    readonly to: HubTestSet
    readonly here: Revised
    readonly there: Revised
  },
): void {
  context.audit({
    kind: 'test-set',
    id: from.id,
    name: from.name,
    before: { version: here.before, other: { id: to.id, name: to.name, version: there.before } },
    after: {
      version: here.version,
      removed: here.removed,
      other: { id: to.id, name: to.name, version: there.version, added: there.added },
    },
  })
}
