import { BlockList, isIP } from 'node:net'

export interface Network {
  readonly address: string
  readonly family: 'ipv4' | 'ipv6'
  /** Leading bits that count; all of them for a single address. */
  readonly prefix: number
}

/** An IP address, or a network in CIDR notation (RFC 4632, RFC 4291 §2.3). `null`: neither. */
export function parseNetwork(text: string): Network | null {
  const [, address = '', digits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const version = isIP(address)
  if (version === 0) return null
  const bits = version === 6 ? 128 : 32
  const prefix = digits === undefined ? bits : Number(digits)
  return prefix <= bits ? { address, family: version === 6 ? 'ipv6' : 'ipv4', prefix } : null
}

/** Whether an IP address lies in one of the networks; nothing else does. */
export function createNetworkList(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList()
  for (const { address, family, prefix } of networks) list.addSubnet(address, prefix, family)
  return (address) => {
    const version = isIP(address)
    return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }
}

/** What `createAddressPolicy` may be given: a network, or the name of a host. */
export const isNetworkOrHost = (text: string): boolean =>
  parseNetwork(text) !== null ||
  (!text.includes('/') &&
    /^(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?$/i.test(text.trim()) &&
    !/^[\d.]+$/.test(text.trim()))
