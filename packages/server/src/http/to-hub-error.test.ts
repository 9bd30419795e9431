import { expect, test } from 'vitest'
import { toHubError } from './to-hub-error.ts'

const withCode = (code: string, cause?: unknown): Error => Object.assign(new Error('x', { cause }), { code })

test.each([
  ['08006', 'ASSAY-9011'],
  ['57P01', 'ASSAY-9011'],
  ['ECONNREFUSED', 'ASSAY-9011'],
  ['53100', 'ASSAY-9019'],
  ['ENOSPC', 'ASSAY-9019'],
  ['22021', 'ASSAY-9006'],
  ['22P05', 'ASSAY-9006'],
  ['23505', 'ASSAY-9009'],
  ['23503', 'ASSAY-9006'],
  ['42P01', 'ASSAY-9021'],
])('%s is %s, also as a cause', (code, expected) => {
  expect(toHubError(withCode(code)).code).toBe(expected)
  expect(toHubError(new Error('outside', { cause: withCode(code) })).code).toBe(expected)
})

test('what passes by itself says when to come again, a bug does not, and nothing of either is told', () => {
  expect(toHubError(withCode('53100')).retryAfterMs).toBe(30_000)
  expect(toHubError(new Error('select secret from people')).retryAfterMs).toBeUndefined()
  expect(JSON.stringify(toHubError(new Error('select secret from people')))).not.toContain('secret')
  expect(toHubError('not even an error').code).toBe('ASSAY-9021')
})
