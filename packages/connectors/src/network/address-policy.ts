import { isIP } from 'node:net'
import { isPrivateAddress } from './is-private-address.ts'
import { createNetworkList, parseNetwork } from './parse-network.ts'

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
  const isInNetwork = createNetworkList(allowed.flatMap((entry) => parseNetwork(entry) ?? []))
  const hosts = new Set(allowed.filter((entry) => parseNetwork(entry) === null).map(plainHost))
  const allowsHost = (host: string): boolean => hosts.has(plainHost(host))
  const allowsAddress = (address: string): boolean => !isPrivateAddress(address) || isInNetwork(address)
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
