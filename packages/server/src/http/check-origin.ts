import { createError, fail, ok, type Result } from '@assay/core'
import type { HubSettings } from '../settings.ts'
import { isOwnOrigin } from './hub-origin.ts'

/**
 * Refuses what another site makes a browser send (ASSAY-9017). Reading is free: another site cannot see the answer. A key is
 * sent by programs, never by a browser on its own. A session's cookie is, so that such a request must say where it comes
 * from; without a session it must not say that it comes from elsewhere.
 */
export function checkOrigin(
  settings: HubSettings,
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  by: 'session' | 'key' | 'nobody',
): Result<void> {
  if (method === 'GET' || method === 'HEAD' || by === 'key') return ok(undefined)
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return foreign(origin)
  if (origin !== null)
    return isOwnOrigin(settings, origin, headers.get('host')) ? ok(undefined) : foreign(origin)
  return site === 'same-origin' || by === 'nobody' ? ok(undefined) : foreign(null)
}

const foreign = (origin: string | null): Result<never> =>
  fail(createError('ASSAY-9017', { where: origin ?? 'no Origin was sent' }))
