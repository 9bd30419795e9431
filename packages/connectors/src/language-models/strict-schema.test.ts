import { expect, it } from 'vitest'
import { isStrictSchema } from './strict-schema.ts'

const closed = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
}

it('accepts closed objects with every property required, nested too', () => {
  expect(isStrictSchema({ ...closed, properties: { a: { type: 'array', items: closed } } })).toBe(true)
})

it('refuses open objects and optional properties at any depth', () => {
  expect(isStrictSchema({ ...closed, required: [] })).toBe(false)
  expect(isStrictSchema({ ...closed, properties: { a: { anyOf: [{ type: 'object' }] } } })).toBe(false)
})
