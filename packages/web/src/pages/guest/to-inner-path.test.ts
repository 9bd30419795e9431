import { expect, it } from 'vitest'
import { toInnerPath } from './to-inner-path.ts'

it('goes on to a page of the hub with its filter', () => {
  expect(toInnerPath('/projects/1/evaluations?status=failed#x')).toBe(
    '/projects/1/evaluations?status=failed#x',
  )
})

it('leads home where the address is missing or lies elsewhere', () => {
  for (const next of [
    undefined,
    '',
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    'javascript:alert(1)',
  ])
    expect(toInnerPath(next)).toBe('/')
})
