/** No file name such as `icon@2x.png`, no host of repositories, and each part of the domain within its limits (RFC 1035). */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  if (/\.(?:png|jpe?g|gif|svg|webp|ico|js|mjs|ts|tsx|css|json|ya?ml|md|txt|html?|py)$/i.test(domain))
    return false
  return (
    local !== 'git' &&
    local.length <= 64 &&
    !local.includes('..') &&
    domain.split('.').every((part) => part.length <= 63)
  )
}

/** How sure an address is personal that is of a private network, or of no host at all: it names nobody. */
const [privateAddress, specialAddress] = [0.3, 0.1]
/** Four numbers of one digit are more often a version or a section. */
const likeSection = 0.4

/** Four bytes, with the length of a prefix perhaps. */
export function rateIpv4(text: string): boolean | number {
  const bytes = (text.split('/')[0] ?? '').split('.')
  if (bytes.length !== 4 || bytes.some((byte) => Number(byte) > 255)) return false
  const [first] = bytes.map(Number)
  if (first === 0 || first === 127 || first === undefined || first >= 224) return specialAddress
  if (/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(text)) return privateAddress
  return bytes.every((byte) => byte.length === 1) ? likeSection : true
}

/** RFC 4291: eight groups, or fewer with one `::`; the last two may be written as four bytes. Not what is more likely code (`a::b`). */
export function rateIpv6(text: string): boolean | number {
  const address = (text.split('/')[0] ?? '').replace(/%\w+$/, '')
  const [, mapped = ''] = /:((?:\d{1,3}\.){3}\d{1,3})$/.exec(address) ?? []
  if (mapped !== '' && rateIpv4(mapped) === false) return false
  const halves = address.replace(mapped, mapped === '' ? '' : '0:0').split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (halves.length > 2 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  if (halves.length === 1 ? groups.length !== 8 : groups.length > 7) return false
  if (!/\d/.test(address) && address !== '::' && groups.length < 4) return false
  if (!/[1-9a-f]/i.test(address.replaceAll(':', '').slice(0, -1)) || /^ff/i.test(address))
    return specialAddress
  if (/^f(?:e[89ab]|[cd][0-9a-f])[0-9a-f]:/i.test(address)) return privateAddress
  return groups.length > 2 || /^2[0-9a-f]{3}:/i.test(address) ? true : specialAddress
}

/** No broadcast, and not all alike. */
export const isMacAddress = (text: string): boolean =>
  new Set(text.toLowerCase().replaceAll(/[^0-9a-f]/g, '')).size > 1
