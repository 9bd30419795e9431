import type { ApiKey } from '@assay/contracts/hub'
import { expect, it } from 'vitest'
import { keyState } from './key-state.ts'

const key: ApiKey = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'ci',
  prefix: 'ask_1',
  owner: { id: 'u', name: 'U' },
  projectId: null,
  rights: ['read'],
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
}
const now = Date.parse('2026-02-01T00:00:00Z')

it('tells a key that works from one that ended or was revoked', () => {
  expect(keyState(key, now)).toBe('works')
  expect(keyState({ ...key, expiresAt: '2026-02-01T00:00:00Z' }, now)).toBe('ended')
  expect(keyState({ ...key, expiresAt: '2026-02-01T00:00:01Z' }, now)).toBe('works')
  expect(
    keyState({ ...key, expiresAt: '2026-01-01T00:00:00Z', revokedAt: '2026-01-05T00:00:00Z' }, now),
  ).toBe('revoked')
})
