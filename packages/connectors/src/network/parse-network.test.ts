import { expect, it } from 'vitest'
import { createNetworkList, isNetworkOrHost, parseNetwork } from './parse-network.ts'

it('reads addresses and networks of both families', () => {
  expect(parseNetwork('10.0.0.0/8')).toEqual({ address: '10.0.0.0', family: 'ipv4', prefix: 8 })
  expect(parseNetwork(' 127.0.0.1 ')).toMatchObject({ prefix: 32 })
  expect(parseNetwork('fd00::/8')).toEqual({ address: 'fd00::', family: 'ipv6', prefix: 8 })
  expect(parseNetwork('::1')).toMatchObject({ prefix: 128 })
})

it.each([
  '',
  'localhost',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0/8',
  '1.2.3.4/x',
  '::1/129',
  '10.0.0.0/8/8',
  '300.1.1.1',
])('takes %j for no network', (text) => expect(parseNetwork(text)).toBeNull())

it('holds the addresses of its networks and no others', () => {
  const holds = createNetworkList(
    ['10.0.0.0/8', 'fd00::/8', '192.0.2.7'].flatMap((text) => parseNetwork(text) ?? []),
  )
  expect(['10.9.8.7', 'fd12::1', '192.0.2.7'].map(holds)).toEqual([true, true, true])
  expect(['11.0.0.1', 'fe80::1', '192.0.2.8', 'example.org', ''].map(holds)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

it('takes names of hosts beside networks', () => {
  for (const text of ['localhost', 'models.corp.example', 'a_b.local', '10.1.0.0/16', 'example.org.'])
    expect([text, isNetworkOrHost(text)]).toEqual([text, true])
  for (const text of ['http://localhost', 'a b', '10.0.0.0/99', 'host:8080', '300.1.1.1', '', '-x', 'a..b'])
    expect([text, isNetworkOrHost(text)]).toEqual([text, false])
})
