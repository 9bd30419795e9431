import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasTokenChecksum } from './secret-forms.ts'
import { secretsDetector } from './secrets-detector.ts'

const find = (text: string) =>
  secretsDetector.detectText(text).spans.map(({ start, end, label }) => `${label} ${text.slice(start, end)}`)

/** Put together here, so that no scanner takes this file for a leak. */
const made = (prefix: string, rest: string) => prefix + rest
const webToken = `${btoa('{"alg":"HS256","typ":"JWT"}').replaceAll('=', '')}.${btoa('{"sub":"1"}').replaceAll('=', '')}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6y`

it.each([
  ['aws-access-key-id', made('AKIA', 'Q3EGZV6XPL5TDK7B')],
  ['github-token', made('ghp_', 'x8Vq2LmN4pRt6WzYbC1dEf3GhJ5kM7nP9qS0')],
  ['gitlab-token', made('glpat-', 'Zx8Vq2LmN4pRt6WzYbC1')],
  ['slack-token', made('xoxb-', '2345678901-2345678901234-Ab3dEf5hIj7lMn9pQr1tUv3x')],
  [
    'slack-webhook',
    made('https://hooks.slack.com/services/', 'T0A1B2C3D/B4E5F6G7H/a1B2c3D4e5F6g7H8i9J0k1L2'),
  ],
  ['stripe-key', made('sk_test_', '4eC39HqLyjWDarjtT1zdp7dc')],
  ['google-api-key', made('AIza', 'SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY')],
  ['model-provider-key', made('sk-proj-', 'Zx8Vq2LmN4pRt6WzYbC1dEf3GhJ5kM7nP9qS0uVw')],
  ['json-web-token', webToken],
])('finds a %s', (label, secret) => {
  expect(find(`key: "${secret}".`)).toEqual([`${label} ${secret}`])
})

it('finds private keys whole, but not the first line alone', () => {
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA75x2'.repeat(6)}\n-----END RSA PRIVATE KEY-----`
  expect(find(`a\n${key}\nb`)).toEqual([`private-key ${key}`])
  expect(find('It starts with -----BEGIN PRIVATE KEY----- and so on.')).toEqual([])
})

it.each([
  ['postgres://app:tR4$kq9z@db.internal:5432/app', 'connection-string tR4$kq9z'],
  [
    'AWS_SECRET_ACCESS_KEY=kT9vQ2xLmN4pRt6WzYbC1dEf3GhJ5kM7nP9qS0uV',
    'aws-secret-access-key kT9vQ2xLmN4pRt6WzYbC1dEf3GhJ5kM7nP9qS0uV',
  ],
  ['{"api_key": "f3a9c1e75b2d48068e1f7c3a9b5d2e40"}', 'secret f3a9c1e75b2d48068e1f7c3a9b5d2e40'],
  ['Authorization: Bearer kT9vQ2xLmN4pRt6WzYbC', 'secret kT9vQ2xLmN4pRt6WzYbC'],
  ['The password is: Tr0ub4dor&3.', 'password Tr0ub4dor&3.'],
])('finds in %j: %s', (text, found) => {
  expect(find(text)).toEqual([found])
})

it.each([
  'Set API_KEY=<your-api-key>, TOKEN=${TOKEN} and password=********.',
  'postgres://user:password@localhost/db, https://user:{PASS}@host',
  'const token = process.env.ACCESS_TOKEN_FOR_THE_SERVICE',
  'secret: client_secret_expires_at_midnight',
  'The key AKIAIOSFODNN7EXAMPLE stands in the manual.',
  'commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b, id 550e8400-e29b-41d4-a716-446655440000',
  'The password must have 12 characters. The token is refreshed by the client automatically.',
  'eyJhbGciOi.eyJub3Rqc29u.xxxxxxxxxxxxxxxxxxxx',
])('finds nothing in %j', (text) => {
  expect(find(text)).toEqual([])
})

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

it('takes any text', () => {
  const piece = fc.constantFrom(
    '-----BEGIN ',
    'PRIVATE KEY-----',
    'token',
    '=',
    ' ',
    'eyJ',
    '.',
    'a1B2',
    '://',
    ':',
    '@',
    'sk-',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      for (const { start, end } of secretsDetector.detectText(text).spans)
        expect(start < end && end <= text.length).toBe(true)
    }),
  )
})

it.each([
  'a',
  'a1',
  '-',
  'eyJ',
  'password ',
  'token=',
  'a://',
  '-----BEGIN PRIVATE KEY-----',
  'aws_secret_',
  'secret is ',
])('reads a long text of %j in linear time', (piece) => {
  const measure = (length: number) => {
    const text = piece.repeat(length / piece.length)
    const started = performance.now()
    secretsDetector.detectText(text)
    return performance.now() - started
  }
  measure(2000)
  expect(measure(80_000)).toBeLessThan(20 * Math.max(measure(20_000), 10))
})
