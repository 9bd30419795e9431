const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The last six characters are the CRC-32 of those after the prefix, in base 62 (GitHub's and npm's token format of 2021). */
export function hasTokenChecksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1)
  let checksum = 0
  for (const character of body.slice(-6)) checksum = checksum * 62 + base62.indexOf(character)
  return checksum === crc32(body.slice(0, -6))
}

/** ISO 3309, of ASCII. */
function crc32(text: string): number {
  let crc = 0xffffffff
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index)
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** Header and body are JSON, and the header names an algorithm (RFC 7519). */
export function isWebToken(token: string): boolean {
  const [header = '', body = ''] = token.split('.')
  const read = parseBase64Json(header)
  return typeof read === 'object' && read !== null && 'alg' in read && parseBase64Json(body) !== null
}

function parseBase64Json(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return null
  }
}
