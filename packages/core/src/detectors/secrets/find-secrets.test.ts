import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../statistics/random.ts'
import { issuedTokens } from './issued-tokens.data.ts'
import { namedTokens } from './named-tokens.data.ts'
import { findSecrets } from './find-secrets.ts'
import { fillTokenForm } from './token-form.ts'

const find = (text: string) =>
  findSecrets(text).map(({ start, end, label }) => `${label} ${text.slice(start, end)}`)
const score = (text: string) => Math.max(0, ...findSecrets(text).map((span) => span.score))

/** Tokens are made here, so that no scanner takes this file for a leak. */
const make = (form: string) => fillTokenForm(form, createRandom(form))

/** As people fill a form in a manual. */
const fillWithPlaces = (form: string) =>
  form.replaceAll(/<(?:uuid|\w+ (\d+)(?:-\d+)?)>/g, (_, length: string | undefined) =>
    'x'.repeat(Number(length ?? 36)),
  )

describe('a rule of an issuer', () => {
  it('is there for 150 kinds of tokens and more, each once', () => {
    const ids = [...issuedTokens, ...namedTokens].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      new Set(
        [...issuedTokens, ...namedTokens].map(({ form, ...row }) => form + ('near' in row ? row.near : '')),
      ).size,
    ).toBe(ids.length)
    expect(issuedTokens.length).toBeGreaterThan(150)
    expect(namedTokens.length).toBeGreaterThan(150)
  })

  it.each(issuedTokens)('$id: finds a token whole, but no place for one', ({ form }) => {
    for (const seed of ['a', 'b', 'c']) {
      const token = fillTokenForm(form, createRandom(`${seed} ${form}`))
      expect(find(`"${token}" # in use`).join()).toContain(token)
      expect(score(`Set it to ${token}.`)).toBeGreaterThanOrEqual(0.5)
    }
    expect(find(`"${fillWithPlaces(form)}"`)).toEqual([])
  })

  it.each(namedTokens)('$id: finds a token beside its name, but not without', ({ near, form }) => {
    for (const name of near) {
      const token = make(form)
      expect(find(`${name}: "${token}"`).join()).toContain(token)
      expect(find(`${name}: "${fillWithPlaces(form)}"`)).toEqual([])
    }
  })
})

const webToken = `${btoa('{"alg":"HS256","typ":"JWT"}').replaceAll('=', '')}.${btoa('{"sub":"1"}').replaceAll('=', '')}.${make('<base64url 32>')}`

it('finds a web token', () => {
  expect(find(`key: "${webToken}".`)).toEqual([`json-web-token ${webToken}`])
  expect(find('eyJhbGciOi.eyJub3Rqc29u.xxxxxxxxxxxxxxxxxxxx')).toEqual([])
})

it('finds private keys whole, but not the first line alone', () => {
  const key = make('-----BEGIN RSA PRIVATE KEY-----\n<base64 64>\n<base64 64>\n-----END RSA PRIVATE KEY-----')
  expect(find(`a\n${key}\nb`)).toEqual([`private-key ${key}`])
  expect(find('It starts with -----BEGIN PRIVATE KEY----- and so on.')).toEqual([])
})

it('takes no text between the lines of a private key for one that is shorter than any key or of one letter', () => {
  const frame = (body: string) => `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`
  expect(find(frame(make('<base64 40>')))).toEqual([])
  expect(find(frame('A'.repeat(200)))).toEqual([])
  expect(find(frame(make('<base64 64>')))).toHaveLength(1)
})

it('takes no token for one of an issuer without the mark that all of its tokens bear', () => {
  expect(find(`"${make('sk-proj-<base62 74>T3BlbkFJ<base62 74>')}"`)).toHaveLength(1)
  expect(find(`"${make('sk-proj-<base62 156>')}"`)).toEqual([])
})

it('finds a key of a kind that its issuer adds later', () => {
  expect(find(make('Set tskey-future-<base62 12>-<base62 24> now'))).toHaveLength(1)
})

it.each([
  ['postgres://app:tR4$kq9z@db.internal:5432/app', 'connection-string tR4$kq9z'],
  [
    'AWS_SECRET_ACCESS_KEY=kT9vQ2xLmN4pRt6WzYbC1dEf3GhJ5kM7nP9qS0uV',
    'aws-secret-access-key kT9vQ2xLmN4pRt6WzYbC1dEf3GhJ5kM7nP9qS0uV',
  ],
  ['{"api_key": "f3a9c1e75b2d48068e1f7c3a9b5d2e40"}', 'secret f3a9c1e75b2d48068e1f7c3a9b5d2e40'],
  ['Authorization: Bearer kT9vQ2xLmN4pRt6WzYbC', 'secret kT9vQ2xLmN4pRt6WzYbC'],
  ['The password is: Tr0ub4dor&3.', 'password Tr0ub4dor&3'],
  ["'password' => 'gr33n-Lizard?'", 'password gr33n-Lizard?'],
  ['<password>gr33nL1zard</password>', 'password gr33nL1zard'],
  ['<property name="password" value="gr33nL1zard"/>', 'password gr33nL1zard'],
  ['- name: DB_PASSWORD\n  value: gr33nL1zard', 'password gr33nL1zard'],
  ['variable "db_password" {\n  default = "gr33nL1zard"\n}', 'password gr33nL1zard'],
  ['String password = "gr33nL1zard";', 'password gr33nL1zard'],
  ['let apiKey: String = "kT9vQ2xLmN4pRt6WzYbC"', 'secret kT9vQ2xLmN4pRt6WzYbC'],
  ['key := []byte(os.Secret("kT9vQ2xLmN4pRt6WzYbC"))', 'secret kT9vQ2xLmN4pRt6WzYbC'],
  ["user.setPassword('gr33nL1zard');", 'password gr33nL1zard'],
  ["CREATE USER app IDENTIFIED BY 'gr33nL1zard'", 'password gr33nL1zard'],
  ['curl -u ada:gr33nL1zard https://ci.acme.dev', 'password gr33nL1zard'],
  ['mysql -u root -pgr33nL1zard shop', 'password gr33nL1zard'],
  ['machine ci.acme.dev login ada password gr33nL1zard', 'password gr33nL1zard'],
  [`_auth = ${btoa('ada:gr33nL1zard')}`, `registry-credentials ${btoa('ada:gr33nL1zard')}`],
  ['"{\\"password\\": \\"gr33nL1zard\\"}"', 'password gr33nL1zard'],
])('finds in %j: %s', (text, found) => {
  expect(find(text)).toEqual([found])
})

it.each([
  'Set API_KEY=<your-api-key>, TOKEN=${TOKEN} and password=********.',
  'postgres://user:password@localhost/db, https://user:{PASS}@host',
  'const token = process.env.ACCESS_TOKEN_FOR_THE_SERVICE',
  'secret: client_secret_expires_at_midnight',
  'apiKey = "myApiKey4711", token: "myaccesstoken123"',
  'The key AKIAIOSFODNN7EXAMPLE stands in the manual.',
  'commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b, id 550e8400-e29b-41d4-a716-446655440000',
  'The password must have 12 characters. The token is refreshed by the client automatically.',
  'password = getpass.getpass("Password: ")',
  'password_file: /run/secrets/db2, secretName: wildcard-tls-2, tokenUrl: https://a.dev/oauth2',
  'csrf_token = "f3a9c1e75b2d48068e1f7c3a9b5d2e40", cacheKey: "f3a9c1e75b2d48068e1f7c3a9b5d2e40"',
  'uses: cloudflare/wrangler-action@9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
  'arn:aws:secretsmanager:eu-1:123456789012:secret:Db-x4Q9z7',
  'password: "{{ lookup(\'env\', \'DB_PASSWORD2\') }}", password: "${DB_PASSWORD2}"',
  'class TokenAuthenticationProvider2 extends SecretKeyFactory2 {}',
])('finds nothing in %j', (text) => {
  expect(find(text)).toEqual([])
})

it('is less sure of tokens of one letter again and again', () => {
  expect(score(`tskey-api-${'A'.repeat(12)}-${'B'.repeat(24)}`)).toBe(0.55)
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
    '"',
    'value',
    '\n',
    '{',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { start, end } of findSecrets(text)) {
        expect(start >= last && start < end && end <= text.length).toBe(true)
        last = end
      }
    }),
  )
})

const repeated = [
  'a',
  'a1',
  '-',
  'eyJ',
  'eyJabcdefghij.',
  'password ',
  'token=',
  'a://',
  '://a:',
  '-----BEGIN PRIVATE KEY-----',
  'aws_secret_',
  'secret is ',
  'password"  {',
  'kind: Secret\ndata:\n',
  'xoxb-',
  'sk-ant-api03-',
  'key="',
  'pat',
  'mnemonic: abc ',
  'curl -u a:',
  '"auth": "',
  'datadog ',
  '\\"password\\": ',
]
it.each(repeated)('reads a long text of %j in linear time', (piece) => {
  const measure = (length: number) => {
    const text = piece.repeat(length / piece.length)
    const started = performance.now()
    findSecrets(text)
    return performance.now() - started
  }
  measure(2000)
  expect(measure(100_000)).toBeLessThan(20 * Math.max(measure(25_000), 10))
})
