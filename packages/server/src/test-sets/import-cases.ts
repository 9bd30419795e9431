import type { AssayError, TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { PlacedTestCase } from '@assay/core/testsets'
import { addCases, readCurrentCases, replaceCases, type PlacedCase } from '@assay/storage/postgres'
import { createId } from '@assay/core/runs'
import { actorOf, type HandlerContext } from '../hub.ts'
import { editCase } from './edit-case.ts'
import type { OpenVersion } from '@assay/storage/postgres'

export interface Import {
  readonly cases: readonly PlacedTestCase[]
  /** `draft`: whatever the file says. */
  readonly status: 'draft' | 'active'
  readonly existing: 'refuse' | 'keep' | 'change'
}

/**
 * Puts the cases of a file into the version: new ones behind those that are there; of those the set holds, as told. Fails with
 * ASSAY-9009 at the first of them where they are refused.
 */
export async function importCases(
  context: HandlerContext,
  open: OpenVersion,
  { cases, status, existing }: Import,
): Promise<Result<void>> {
  const { hub, control } = context
  const ids = cases.map(({ testCase }) => testCase.id)
  const current = await readCurrentCases(control, open.testSetId, ids)
  const held = cases.filter(({ testCase }) => current.has(testCase.id))
  const [first] = held
  if (first !== undefined && existing === 'refuse') return fail(isHeld(first, held.length))
  const createContentId = (): string => createId(hub.clock, hub.random)
  const wanted = cases.map(({ testCase }) => (status === 'draft' ? { ...testCase, status } : testCase))
  if (existing === 'change')
    await replaceCases(control, open, findEdited(context, wanted, current), createContentId)
  const added = wanted.filter(({ id }) => !current.has(id))
  return added.length === 0 ? ok(undefined) : addCases(control, open, added, createContentId)
}

function findEdited(
  context: HandlerContext,
  wanted: readonly TestCase[],
  current: ReadonlyMap<string, PlacedCase>,
): readonly PlacedCase[] {
  const stamp = { by: actorOf(context).name, at: context.at }
  return wanted.flatMap((testCase) => {
    const before = current.get(testCase.id)
    if (before === undefined) return []
    const after = editCase(before.testCase, testCase, stamp)
    return after === before.testCase ? [] : [{ testCase: after, position: before.position }]
  })
}

function isHeld({ where, testCase }: PlacedTestCase, count: number): AssayError {
  const others = count === 1 ? '' : `, and ${count - 1} more of the file's cases`
  return createError('ASSAY-9009', {
    where,
    message: `The set holds a case ${testCase.id} already${others}`,
    fix: 'keep the set’s own, or change them by the file: `existing` says which',
  })
}
