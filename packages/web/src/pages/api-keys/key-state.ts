import type { ApiKey } from '@assay/contracts/hub'

export type KeyState = 'works' | 'ended' | 'revoked'

export function keyState({ revokedAt, expiresAt }: ApiKey, now: number): KeyState {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'ended' : 'works'
}
