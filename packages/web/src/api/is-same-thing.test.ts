import { expect, it } from 'vitest'
import { isSameThing } from './is-same-thing.ts'

it('keeps what is shown while another filter is read', () => {
  expect(isSameThing({ projectId: 'a', query: { text: 'x' } }, { query: {}, projectId: 'a' })).toBe(true)
  expect(isSameThing({}, { query: { limit: 5 } })).toBe(true)
})

it('drops what is shown of another thing', () => {
  expect(isSameThing({ projectId: 'a' }, { projectId: 'b' })).toBe(false)
  expect(isSameThing({ projectId: 'a' }, undefined)).toBe(false)
})
