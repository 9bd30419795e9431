import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { createAddressPolicy } from './address-policy.ts'
import { isPrivateAddress } from './is-private-address.ts'

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:0a9f',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '100::1',
  '2001::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  'localhost',
  '',
  '127.1',
])('%s must not be called', (address) => expect(isPrivateAddress(address)).toBe(true))

it.each([
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001::200e',
  '::ffff:1.1.1.1',
])('%s may be called', (address) => expect(isPrivateAddress(address)).toBe(false))

test('an IPv4 address written as IPv6 is judged as IPv4', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPrivateAddress(`::ffff:${address}`)).toBe(isPrivateAddress(address))
    }),
  )
})

test('what is named may be called, by host, address or network, and nothing beside it', () => {
  const policy = createAddressPolicy(['10.2.0.0/16', '192.168.1.7', 'Chat.Internal', 'fd00::/8'])
  const refuses = (address: string) => policy.refuses(new URL(address))
  expect(policy.allowsAddress('10.2.9.9')).toBe(true)
  expect(policy.allowsAddress('10.3.0.1')).toBe(false)
  expect(policy.allowsAddress('192.168.1.7')).toBe(true)
  expect(policy.allowsAddress('192.168.1.8')).toBe(false)
  expect(policy.allowsAddress('fd00::5')).toBe(true)
  expect(policy.allowsAddress('fc00::5')).toBe(false)
  expect(policy.allowsHost('chat.internal.')).toBe(true)
  expect(policy.allowsHost('chat.internal.example')).toBe(false)
  expect(refuses('http://chat.internal/answer')).toBe(false)
  expect(refuses('http://10.2.3.4:8080')).toBe(false)
  expect(refuses('http://10.3.3.4:8080')).toBe(true)
  expect(refuses('https://example.com')).toBe(false)
})

test('all ways to write this machine are refused unless it is named', () => {
  const policy = createAddressPolicy([])
  const ways = ['localhost', 'LOCALHOST.', 'a.localhost', '127.0.0.1', '0x7f.1', '2130706433', '017700000001']
  for (const host of [...ways, '[::1]', '[::ffff:7f00:1]', '0'])
    expect(policy.refuses(new URL(`http://${host}/`))).toBe(true)
  expect(createAddressPolicy(['127.0.0.1']).refuses(new URL('http://localhost:3000'))).toBe(false)
  expect(createAddressPolicy(['localhost']).refuses(new URL('http://localhost:3000'))).toBe(false)
})
