import { BlockList, isIP } from 'node:net'
import { isPrivateAddress } from './is-private-address.ts'

/** What may be called of addresses that people name. */
export interface AddressPolicy {
  /** By its name alone, before it is looked up: named as allowed, whatever it leads to. */
  allowsHost(host: string): boolean
  /** An IP address: public, or named as allowed. */
  allowsAddress(address: string): boolean
  /** Whether the address of a URL is refused already as it stands: a private IP address, or this machine's own name. */
  refuses(url: URL): boolean
}

/** `allowed`: host names, IP addresses or networks (CIDR) that may be called although they are private. */
export function createAddressPolicy(allowed: readonly string[]): AddressPolicy {
  const networks = new BlockList()
  const hosts = new Set<string>()
  for (const entry of allowed) {
    const [network = '', prefix] = entry.trim().split('/')
    const kind = isIP(network)
    if (kind === 0) hosts.add(plainHost(entry))
    else networks.addSubnet(network, Number(prefix ?? (kind === 6 ? 128 : 32)), kind === 6 ? 'ipv6' : 'ipv4')
  }
  const allowsHost = (host: string): boolean => hosts.has(plainHost(host))
  const allowsAddress = (address: string): boolean =>
    !isPrivateAddress(address) ||
    (isIP(address) !== 0 && networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
  return {
    allowsHost,
    allowsAddress,
    refuses(url) {
      const host = plainHost(url.hostname)
      if (allowsHost(host)) return false
      if (isIP(host) !== 0) return !allowsAddress(host)
      return /(?:^|\.)localhost$/.test(host) && !allowsAddress('127.0.0.1')
    },
  }
}

/** Lower case, without the brackets of IPv6 and the dot of a full name. */
const plainHost = (host: string): string =>
  host
    .trim()
    .toLowerCase()
    .replaceAll(/^\[|\]$/g, '')
    .replace(/\.$/, '')
