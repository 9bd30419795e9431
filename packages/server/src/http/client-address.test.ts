import type { Context } from 'hono'
import { expect, test } from 'vitest'
import { createAddressReader, networkOf } from './client-address.ts'

const asked = (remoteAddress: string | null, forwarded?: string): Context =>
  ({
    env: remoteAddress === null ? undefined : { incoming: { socket: { remoteAddress } } },
    req: { header: () => forwarded },
  }) as unknown as Context

test('is the other end of the socket, whatever the request says', () => {
  const read = createAddressReader({})
  expect(read(asked('203.0.113.7', '1.2.3.4'))).toBe('203.0.113.7')
  expect(read(asked('::ffff:203.0.113.7'))).toBe('203.0.113.7')
  expect(read(asked(null, '1.2.3.4'))).toBeNull()
})

test('behind trusted proxies it is the nearest address that is none of them', () => {
  const read = createAddressReader({ trustedProxies: ['10.0.0.0/8', '2001:db8::1'] })
  expect(read(asked('10.0.0.1', '198.51.100.4'))).toBe('198.51.100.4')
  expect(read(asked('10.0.0.1', '6.6.6.6, 198.51.100.4, 10.2.3.4'))).toBe('198.51.100.4')
  expect(read(asked('2001:db8::1', '198.51.100.4'))).toBe('198.51.100.4')
  expect(read(asked('198.51.100.9', '1.2.3.4'))).toBe('198.51.100.9')
})

test('what is no address ends the search at the proxy', () => {
  const read = createAddressReader({ trustedProxies: ['10.0.0.0/8'] })
  expect(read(asked('10.0.0.1', '1.2.3.4, nonsense'))).toBe('10.0.0.1')
  expect(read(asked('10.0.0.1'))).toBe('10.0.0.1')
  expect(read(asked('10.0.0.1', '10.0.0.9'))).toBe('10.0.0.1')
})

test('addresses of one IPv6 network are one to the limits', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb:1:2:3'))
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
})
