import { expect, it } from 'vitest'
import { readAt, toPointer, writeAt } from './body-field.ts'

const body = { connection: { kind: 'http', url: 'https://a.example' }, model: null }

it('reads what stands within, and nothing where there is no way', () => {
  expect(readAt(body, 'connection.url')).toBe('https://a.example')
  expect(readAt(body, 'model.name')).toBeUndefined()
})

it('writes one place and leaves the rest as it was', () => {
  expect(writeAt(body, 'connection.url', 'https://b.example')).toEqual({
    connection: { kind: 'http', url: 'https://b.example' },
    model: null,
  })
  expect(body.connection.url).toBe('https://a.example')
})

it('makes the way to a place that is not there yet, and takes a key out', () => {
  expect(writeAt({}, 'connection.limits.concurrency', 2)).toEqual({
    connection: { limits: { concurrency: 2 } },
  })
  expect(writeAt(body, 'connection.url', undefined)).toEqual({ connection: { kind: 'http' }, model: null })
})

it('names a place as the hub does', () => {
  expect(toPointer('connection.url')).toBe('/connection/url')
})
