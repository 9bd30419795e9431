import type { Problem } from '@assay/contracts/hub'
import { HubError } from '@assay/sdk'
import { IdentityError } from './identity-error.ts'
import * as t from '../texts/texts.ts'

/** What went wrong, in the four parts every error has. */
export function toProblem(error: unknown): Problem {
  if (error instanceof HubError || error instanceof IdentityError) return error.problem
  return {
    type: 'about:blank',
    title: t.problems.inThisPage,
    status: 0,
    code: 'ASSAY-9021',
    detail: error instanceof Error ? error.message : String(error),
    fix: t.problems.reloadThePage,
    requestId: '',
  }
}
