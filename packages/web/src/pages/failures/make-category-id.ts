/** A UUIDv7 (RFC 9562 §5.7), as the hub asks of whoever makes a category: the time, then random bits. */
export function makeCategoryId(now: number, random: Uint8Array): string {
  const bytes = Uint8Array.from({ length: 16 }, (_, at) =>
    at < 6 ? Math.floor(now / 2 ** (8 * (5 - at))) % 256 : (random[at - 6] ?? 0),
  )
  const marked = bytes.map((byte, at) =>
    at === 6 ? (byte % 16) + 0x70 : at === 8 ? (byte % 64) + 0x80 : byte,
  )
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
