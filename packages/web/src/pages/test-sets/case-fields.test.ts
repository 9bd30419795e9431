import { expect, it } from 'vitest'
import { emptyCase, toCaseChange } from './case-fields.ts'

it('sends only the fields that were changed', () => {
  const after = { ...emptyCase, question: 'How long?', tags: ['billing'] }
  expect(toCaseChange(emptyCase, after)).toEqual({ question: 'How long?', tags: ['billing'] })
})

it('sends nothing where a field was changed and changed back', () => {
  expect(toCaseChange(emptyCase, { ...emptyCase, tags: [] })).toEqual({})
})
