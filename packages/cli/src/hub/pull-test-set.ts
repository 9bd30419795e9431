import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { HubAccess } from './open-hub.ts'
import { findTestSet, readCases } from './push-test-set.ts'
import { toAssayError } from './to-assay-error.ts'

export interface PulledTestSet {
  readonly name: string
  readonly version: number
  readonly cases: readonly TestCase[]
}

/** The cases of a test set of the hub, as they stand or stood in a version. Fails with ASSAY-9003 where there is none. */
export async function pullTestSet(
  hub: HubAccess,
  { name, version }: { readonly name: string; readonly version: number | undefined },
): Promise<Result<PulledTestSet>> {
  const project = await hub.findProject()
  if (!project.ok) return project
  try {
    const set = await findTestSet(hub, project.value.id, name)
    if (set === null)
      return fail(
        createError('ASSAY-9003', {
          message: `The project has no test set called ${name}`,
          where: `${hub.url}: ${project.value.name}`,
        }),
      )
    const cases = await readCases(hub, set, version)
    return cases.ok ? ok({ name: set.name, version: version ?? set.version, cases: cases.value }) : cases
  } catch (error) {
    return fail(toAssayError(error, hub.url))
  }
}
