import { HubError } from '@assay/sdk'
import { expect, it } from 'vitest'
import { fieldProblems, isAllBesideFields } from './field-problems.ts'

const problem = { type: 'about:blank', title: 'bad', status: 422, code: 'ASSAY-9006', requestId: 'r' }
const refused = new HubError({
  ...problem,
  fields: [
    { pointer: '/name', message: 'too short' },
    { pointer: 'query/limit', message: 'too large' },
  ],
})

it('finds what is wrong with a field, in the body or the query', () => {
  const of = fieldProblems(refused)
  expect([of('/name'), of('/limit'), of('/other')]).toEqual(['too short', 'too large', undefined])
  expect(fieldProblems(null)('/name')).toBeUndefined()
})

it('says whether a note over the form is needed as well', () => {
  expect(isAllBesideFields(refused, ['/name', '/limit'])).toBe(true)
  expect(isAllBesideFields(refused, ['/name'])).toBe(false)
  expect(isAllBesideFields(new HubError(problem), ['/name'])).toBe(false)
})

it('puts a problem that names one field beside it', () => {
  const weak = new HubError({ ...problem, code: 'ASSAY-9018', detail: 'too weak', where: 'password' })
  expect(fieldProblems(weak)('/password')).toBe('too weak')
})
