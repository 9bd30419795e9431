import { expect, it } from 'vitest'
import { hasTokenChecksum, isWebToken } from './token-checksum.ts'

it('knows a token whose checksum fits', () => {
  const body = 'abcdefghijklmnopqrstuvwxyz0123'
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const encode = (value: number): string =>
    Array.from({ length: 6 }, (_, place) => digits[Math.floor(value / 62 ** (5 - place)) % 62]).join('')
  // zlib.crc32 of `body`.
  const checksum = 0x806d9a54
  expect(hasTokenChecksum(`ghp_${body}${encode(checksum)}`)).toBe(true)
  expect(hasTokenChecksum(`ghp_${body}000001`)).toBe(false)
})

it('knows a web token by its header', () => {
  const encode = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '')
  expect(isWebToken(`${encode({ alg: 'HS256' })}.${encode({ sub: '1' })}.x`)).toBe(true)
  expect(isWebToken(`${encode({ sub: '1' })}.${encode({ sub: '1' })}.x`)).toBe(false)
  expect(isWebToken('a.b.c')).toBe(false)
})
