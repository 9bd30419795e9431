import type { CheckUse } from '@assay/contracts'
import { prepareChecks } from '@assay/core/checks'

/** What is wrong with a use of a check, in words; `null`: nothing. Templates and sets stand in `assay.yaml` alone. */
export function findCheckFault(use: CheckUse): string | null {
  if (use.template !== undefined) return 'templates stand in assay.yaml alone: write the check out'
  const prepared = prepareChecks([use])
  if (prepared.ok) return null
  const { message, where, fix } = prepared.error
  return [message, where, fix].filter((part) => part !== undefined).join(': ')
}
