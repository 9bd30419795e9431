import { expect, test } from 'vitest'
import type { HubSettings } from '../settings.ts'
import { checkOrigin } from './check-origin.ts'
import { hubOrigin, isOwnOrigin } from './hub-origin.ts'

const local = { publicUrl: null, host: '127.0.0.1', port: 4600 } as HubSettings
const published = { ...local, publicUrl: 'https://assay.example/' } as HubSettings

const passes = (
  settings: HubSettings,
  headers: Record<string, string>,
  by: 'session' | 'key' | 'nobody' = 'session',
  method = 'POST',
): boolean => checkOrigin(settings, { method, headers: new Headers(headers) }, by).ok

test('a session changes things only from the hub’s own pages', () => {
  expect(passes(published, { origin: 'https://assay.example' })).toBe(true)
  expect(passes(published, { 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(passes(published, {})).toBe(false)
  expect(passes(published, { origin: 'null' })).toBe(false)
  expect(passes(published, { origin: 'https://evil.example' })).toBe(false)
  expect(passes(published, { origin: 'http://assay.example' })).toBe(false)
  expect(passes(published, { origin: 'https://assay.example:8443' })).toBe(false)
  expect(passes(published, { origin: 'https://assay.example.evil.example' })).toBe(false)
  expect(passes(published, { origin: 'https://assay.example', 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(passes(published, { 'sec-fetch-site': 'same-site' })).toBe(false)
  expect(passes(published, { 'sec-fetch-site': 'none' })).toBe(false)
})

test.each(['PUT', 'PATCH', 'DELETE', 'POST'])('%s counts as a change, reading does not', (method) => {
  expect(passes(published, { origin: 'https://evil.example' }, 'session', method)).toBe(false)
  expect(passes(published, { origin: 'https://evil.example' }, 'session', 'GET')).toBe(true)
})

test('a key needs no origin; nobody may come without one, but not from another site', () => {
  expect(passes(published, {}, 'key')).toBe(true)
  expect(passes(published, { origin: 'https://evil.example' }, 'key')).toBe(true)
  expect(passes(published, {}, 'nobody')).toBe(true)
  expect(passes(published, { origin: 'https://evil.example' }, 'nobody')).toBe(false)
})

test('without a public address the hub is what it was called, if that is no name anybody may point here', () => {
  const at = (host: string, origin = `http://${host}`): boolean => isOwnOrigin(local, origin, host)
  expect(at('127.0.0.1:4600')).toBe(true)
  expect(at('localhost:4600')).toBe(true)
  expect(at('192.168.1.5:4600')).toBe(true)
  expect(at('[::1]:4600')).toBe(true)
  expect(at('rebound.evil.example:4600')).toBe(false)
  expect(at('localhost:4600', 'http://localhost:9999')).toBe(false)
  expect(at('localhost:4600', 'http://evil.example')).toBe(false)
  expect(
    isOwnOrigin({ ...local, host: 'hub.internal' }, 'http://hub.internal:4600', 'hub.internal:4600'),
  ).toBe(true)
})

test('the origin of links is the public address, else the host; all addresses are called localhost', () => {
  expect(hubOrigin(published)).toBe('https://assay.example')
  expect(hubOrigin(local)).toBe('http://127.0.0.1:4600')
  expect(hubOrigin({ ...local, host: '0.0.0.0' })).toBe('http://localhost:4600')
  expect(hubOrigin({ ...local, host: '::1' })).toBe('http://[::1]:4600')
})
