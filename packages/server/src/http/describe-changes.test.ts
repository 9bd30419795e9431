import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeChanges } from './describe-changes.ts'

test('says which places differ, before and after', () => {
  expect(
    describeChanges({ name: 'a', limit: 1, same: [1] }, { name: 'b', limit: 1, same: [1], more: true }),
  ).toEqual([
    { pointer: '/name', before: 'a', after: 'b' },
    { pointer: '/more', after: true },
  ])
  expect(describeChanges(undefined, { a: 1, b: undefined })).toEqual([{ pointer: '', after: { a: 1 } }])
  expect(describeChanges(undefined, undefined)).toEqual([])
})

test.each([
  'password',
  'apiKey',
  'api_key',
  'client-secret',
  'Authorization',
  'X-Auth-Token',
  'sessionCookie',
  'key',
])('never keeps what stands under %s, wherever', (name) => {
  const secret = 'sk-live-1234'
  const text = JSON.stringify([
    describeChanges({ [name]: 'old' }, { [name]: secret }),
    describeChanges({}, { headers: { [name]: secret } }),
    describeChanges(undefined, { deep: [{ [name]: { value: [secret] } }] }),
    describeChanges({ [name]: { inner: secret } }, {}),
  ])
  expect(text).not.toContain(secret)
  expect(text).toContain('[redacted]')
})

test('keeps what only sounds like a secret', () => {
  const body = { maxTokens: 500, keywords: ['a'], monkey: 'b', tokenLimit: 4, secretCount: 2, key: 7 }
  expect(describeChanges(undefined, body)).toEqual([{ pointer: '', after: body }])
})

test('a long value is kept as its hash, many places as their count', () => {
  const [change] = describeChanges({ text: 'a' }, { text: 'b'.repeat(5_000) })
  expect(change?.after).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), characters: 5_002 })
  const before = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`p${index}`, index]))
  const after = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`p${index}`, index + 1]))
  const many = describeChanges(before, after)
  expect(many).toHaveLength(201)
  expect(many.at(-1)).toEqual({ pointer: '', after: { placesLeftOut: 50 } })
})

test('never grows without bound, and never holds a secret of any depth', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 4 }), fc.object({ maxDepth: 4 }), (before, after) => {
      const marked = { ...after, nested: { password: 'canary-7f3a', list: [{ token: 'canary-7f3a' }] } }
      const text = JSON.stringify(describeChanges(before, marked))
      expect(text).not.toContain('canary-7f3a')
      expect(text.length).toBeLessThan(201 * 2 * (2_000 + 500) + 10_000)
    }),
  )
})
