import { BlockList, isIP } from 'node:net'

/** What is not for everybody's packets (IANA's registries of special-purpose addresses), and multicast. */
const ipv4Ranges = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  ipv4Ranges.addSubnet(network, prefix, 'ipv4')
// A list of its own: one list would take IPv4 addresses for ::ffff:0:0/96. Of IPv6 only 2000::/3 is given out; within it, what
// tunnels to IPv4 could lead anywhere.
const ipv6Ranges = new BlockList()
for (const [network, prefix] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  ipv6Ranges.addSubnet(network, prefix, 'ipv6')

const mappedPrefix = /^::ffff:/i

/**
 * Whether an IP address belongs to a machine, a local network or nobody, and must not be called because somebody outside named
 * it. What is no IP address is none that may be called: names are looked up first.
 */
export function isPrivateAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 0) return true
  if (kind === 4) return ipv4Ranges.check(address, 'ipv4')
  const mapped = mappedIpv4(address)
  return mapped === null ? ipv6Ranges.check(address, 'ipv6') : isPrivateAddress(mapped)
}

/** The IPv4 address that `::ffff:1.2.3.4` or `::ffff:102:304` stands for; `null`: it is another. */
function mappedIpv4(address: string): string | null {
  const hostname = new URL(`http://[${address.split('%')[0] ?? ''}]`).hostname.slice(1, -1)
  if (!mappedPrefix.test(hostname)) return null
  const [high = '', low = ''] = hostname.replace(mappedPrefix, '').split(':')
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low === '' ? '0' : low, 16)]
  return [first >> 8, first & 255, second >> 8, second & 255].join('.')
}
