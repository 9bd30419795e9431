/** Whether values that look like secrets can be ones: checksums, randomness, placeholders. */

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

const placeholder =
  /^(?:your|my|the|some|insert|enter|change|replace|example|sample|placeholder|dummy|fake|redacted|hidden|removed|none|null|nil|true|false|undefined|required|optional|string|process\.|os\.|env\.|config\.|settings\.|secrets?\.)|x{4}|\*{3}|\.{3}|_here|-here|placeholder|change_?me|^\$|\{\{|^%|12345678|abcdefgh|00000000/i

/** Not one character or two again and again: for tokens whose prefix says most already. */
export const mixesCharacters = (value: string): boolean =>
  new Set(value.slice(-16).toLowerCase()).size >= 6 && !/[x*]{6}/i.test(value)

/**
 * Looks drawn by chance: at least 3 bits a character (Shannon, 2.6 for hexadecimal digits), letters and digits, and no
 * words joined by separators. Starting values of ours.
 */
export function isRandom(value: string): boolean {
  const isHexadecimal = /^[0-9a-fA-F-]*$/.test(value)
  const isMixed = /\d/.test(value) || (/[a-z]/.test(value) && /[A-Z].*[A-Z].*[A-Z]/.test(value))
  return isMixed && !placeholder.test(value) && !isWords(value) && entropy(value) >= (isHexadecimal ? 2.6 : 3)
}

/** `client-secret-v2`, `access_token_expires_in_3600`, `users.api.token`: parts that are words or short numbers. */
const isWords = (value: string): boolean =>
  value
    .split(/[_./~+-]|(?<=[a-z])(?=[A-Z])/)
    .every((part) => /^(?:[A-Za-z]?[a-z]*|[A-Z]+|\d{1,4}|v\d+)$/.test(part))

/** Bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** What stands after `password =`: two kinds of characters, no placeholder, no word of the language or of code. */
export function isPassword(value: string): boolean {
  const trimmed = value.replace(/[.:!?]+$/, '')
  if (trimmed.length < 6 || placeholder.test(trimmed) || /^[\w.]*\($|^[a-z]+(?:\.[a-z]+)+$/i.test(trimmed))
    return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].filter((kind) => kind.test(trimmed)).length
  return kinds >= 2 && /[\d\W]/.test(trimmed) && !isWords(trimmed)
}

/** `user:password@host` in an address, unless it only shows where one belongs. */
export const isSecretInAddress = (value: string): boolean =>
  !placeholder.test(value) &&
  !/^(?:pass(?:word|wd)?|pwd|secret|token|key|user|xxx+|postgres|mysql|mongodb|redis|root|admin|guest|test|\[.*|[{:].*)$/i.test(
    value,
  )
