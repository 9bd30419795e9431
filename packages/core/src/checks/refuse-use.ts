import type { AssayError, CheckUse } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { findPathFault } from '../json-path/find-path-fault.ts'
import type { Check } from './check.ts'

/** What would make it say the same of every case, whatever it holds; `null`: nothing. */
export function refuseUse({ on, not, threshold }: CheckUse, check: Check): AssayError | null {
  const fault = on === undefined ? null : findPathFault(on)
  if (fault !== null) return createError('ASSAY-7015', { where: `${check.id}, on ${on ?? ''}: ${fault}` })
  if (not !== true || threshold !== undefined || !passesAtAnyScore(check)) return null
  return createError('ASSAY-7011', {
    where: `${check.id}, not`,
    message: `Without a threshold ${check.id} passes at any score, and turned round it would fail at any`,
    fix: 'give it a threshold; a case that reaches it fails',
  })
}

/** Checks that give only a figure; others decide themselves, or have a threshold of their own. */
const passesAtAnyScore = ({ kind, cost, threshold }: Check): boolean =>
  (kind === 'similarity' || cost === 'local model') && threshold === undefined
