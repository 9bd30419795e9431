import { must } from '@assay/core'
import type { Caller, HandlerContext } from '../hub.ts'

/** Of an endpoint that is not public. */
export const callerOf = ({ caller }: HandlerContext): Caller =>
  must(caller, 'the caller of a guarded endpoint')
