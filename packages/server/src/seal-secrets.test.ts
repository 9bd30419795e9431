import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSeal } from './seal-secrets.ts'

const seal = createSeal(randomBytes(32))

test('opens what it closed, and never closes the same text alike', () => {
  const sealed = seal.close('sk-secret ü')
  expect(seal.open(sealed)).toBe('sk-secret ü')
  expect(seal.close('sk-secret ü')).not.toBe(sealed)
  expect(sealed).not.toContain('secret')
})

test('refuses what was altered, and what another key closed', () => {
  const parts = seal.close('sk-secret').split('.')
  const altered = [...parts.slice(0, 3), Buffer.from('sk-secreT').toString('base64url')].join('.')
  expect(() => seal.open(altered)).toThrow()
  expect(() => seal.open(createSeal(randomBytes(32)).close('sk-secret'))).toThrow()
})
