import type { HubTestSet } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import { readTestSet } from '@assay/storage/postgres'
import type { HandlerContext } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

/** The set of a path, at a version of its cases. Fails with ASSAY-9003 where the project has none, or it no such version. */
export async function readTestSetOf(
  { control }: Pick<HandlerContext, 'control'>,
  { projectId, testSetId }: { readonly projectId: string; readonly testSetId: string },
  version?: number,
): Promise<Result<HubTestSet>> {
  const testSet = await readTestSet(control, projectId, testSetId)
  if (testSet === null) return notThere(testSetId)
  return version === undefined || (version >= 0 && version <= testSet.version)
    ? ok(testSet)
    : notThere(`version ${version}`)
}
