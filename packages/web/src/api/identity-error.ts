import type { Problem } from '@assay/contracts/hub'

/** An answer of the identity endpoints (`/api/auth`), which speak their own language, as a problem. */
export class IdentityError extends Error {
  readonly problem: Problem
  /** The endpoint's own word: `INVALID_EMAIL_OR_PASSWORD`. */
  readonly reason: string
  constructor(problem: Problem, reason: string) {
    super(problem.detail ?? problem.title)
    this.name = 'IdentityError'
    this.problem = problem
    this.reason = reason
  }
}
