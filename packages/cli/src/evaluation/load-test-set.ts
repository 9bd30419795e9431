import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { parseTestSet } from '@assay/core/testsets/format'
import type { Workspace } from '../workspace.ts'

export interface LoadedTestSet {
  readonly file: string
  readonly cases: readonly TestCase[]
}

export const testSetFile = (workspace: Workspace, named: string | undefined): string =>
  named ?? workspace.configuration.testSet?.file ?? 'testset.jsonl'

/** A whole test set, for commands that look at it or change it. */
export async function loadTestSet(
  workspace: Workspace,
  named: string | undefined,
): Promise<Result<LoadedTestSet>> {
  const file = testSetFile(workspace, named)
  const text = await workspace.readText(file)
  if (text === null) return fail(createError('ASSAY-3001', { where: file }))
  const cases = parseTestSet(text, file)
  if (!cases.ok) return cases
  return cases.value.length === 0 ? fail(isEmpty(file)) : ok({ file, cases: cases.value })
}

export const isEmpty = (file: string) =>
  createError('ASSAY-3001', { where: file, message: 'The test set is empty' })
