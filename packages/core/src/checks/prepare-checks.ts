import type { CheckUse } from '@assay/contracts'
import type { Result } from '../result.ts'
import type { NamedChecks } from './apply-templates.ts'
import type { PreparedCheck } from './check.ts'
import { checkDefinitions } from './check-definitions.ts'
import { findIn } from './loading/load-checks.ts'
import { prepareUses } from './prepare-uses.ts'

/** Makes checks ready as `prepareUses` does, of all that there are. */
export function prepareChecks(
  uses: readonly CheckUse[],
  named: Partial<NamedChecks> = {},
): Result<readonly PreparedCheck[]> {
  const { sets = {}, templates = {} } = named
  return prepareUses(uses, { sets, templates, find: findIn(checkDefinitions) })
}
