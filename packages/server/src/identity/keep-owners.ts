import type { Project } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { countOtherOwners, countOtherProjectOwners, type ControlDatabase } from '@assay/storage/postgres'

/**
 * Whether the organisation has an owner without this one. Fails with ASSAY-9009. The caller holds the lock `rights`, or two
 * owners could each leave to the other.
 */
export async function keepOrganisationOwner(
  control: ControlDatabase,
  personId: string,
): Promise<Result<void>> {
  return (await countOtherOwners(control, personId)) > 0
    ? ok(undefined)
    : fail(
        createError('ASSAY-9009', {
          message: 'The organisation would have no owner left',
          fix: 'make somebody else an owner first',
        }),
      )
}

/** The same of a project, and of whoever answers for it by name. */
export async function keepProjectOwner(
  control: ControlDatabase,
  project: Project,
  personId: string,
): Promise<Result<void>> {
  if (project.owner.id === personId)
    return fail(
      createError('ASSAY-9009', {
        message: `${project.owner.name} answers for the project`,
        fix: 'name another owner in the settings of the project first',
      }),
    )
  return (await countOtherProjectOwners(control, project.id, personId)) > 0
    ? ok(undefined)
    : fail(
        createError('ASSAY-9009', {
          message: 'The project would have no owner left',
          fix: 'make somebody else an owner of it first',
        }),
      )
}
