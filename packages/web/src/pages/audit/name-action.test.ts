import { expect, it } from 'vitest'
import { auditedActions, nameAction } from './name-action.ts'

it('writes an action as a person reads it', () => {
  expect(['changeDocument', 'createApiKey', 'sign-in'].map(nameAction)).toEqual([
    'Change document',
    'Create API key',
    'Sign in',
  ])
})

it('offers what changes something, and nothing that only reads', () => {
  const offered = auditedActions.map(({ value }) => value)
  expect(offered).toContain('changeProject')
  expect(offered).not.toContain('getProject')
  expect(offered).not.toContain('verifyAudit')
})
