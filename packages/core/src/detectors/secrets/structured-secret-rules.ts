import type { SecretRule } from './secret-rule.ts'
import { isMonotonous, isPassword, isPlaceholder, isRandom } from './secret-values.ts'
import { isWebToken } from './token-checksum.ts'

/** Secrets told by the text they stand in. */
interface StructuredRow {
  readonly label: string
  readonly keywords: readonly string[]
  /** Sticky, from the keyword on, with indices. The group `value`, where there is one, is the secret. */
  readonly pattern: RegExp
  /** Must stand shortly before. */
  readonly after?: RegExp
  readonly accept?: (value: string) => boolean
  readonly score: number
}

const reachBefore = 300

export const structuredSecretRules: readonly SecretRule[] = (
  [
    {
      label: 'private-key',
      keywords: ['-----begin'],
      // Some key must follow: the first line alone stands in many manuals. Headers may stand between.
      pattern:
        /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----[^-]{0,400}?[A-Za-z0-9+/=]{16}[^-]{0,16000}(?:-----END [A-Z0-9 ]{3,60}-----)?/dy,
      accept: isKeyBody,
      score: 1,
    },
    {
      label: 'putty-private-key',
      keywords: ['private-lines:'],
      pattern:
        /Private-Lines: \d{1,3}\s{1,4}(?<value>[A-Za-z0-9+/=]{20,80}(?:\s{1,2}[A-Za-z0-9+/=]{4,80}){0,60})/diy,
      score: 1,
    },
    {
      label: 'json-web-token',
      keywords: ['eyj'],
      pattern: /eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{4,4000}\.[A-Za-z0-9_-]{16,1000}/dy,
      after: /(?:^|[^A-Za-z0-9_-])$/,
      accept: isWebToken,
      score: 0.95,
    },
    {
      label: 'connection-string',
      keywords: ['://'],
      pattern: /:\/\/[^\s:/?#@"'<>]{0,80}:(?<value>[^\s/?#@"'<>]{1,200})@[^\s/"'<>]/dy,
      accept: isSecretInAddress,
      score: 0.9,
    },
    {
      label: 'shared-access-signature',
      keywords: ['sig='],
      pattern: /sig=(?<value>[A-Za-z0-9%+/_-]{40,90}=?)/diy,
      after: /[?&]s[vepr]=[^\n]*$/,
      score: 0.9,
    },
    {
      label: 'basic-credentials',
      keywords: ['basic '],
      pattern: /basic (?<value>[A-Za-z0-9+/]{8,300}={0,2})/diy,
      accept: (value) =>
        isText(decodeBase64(value)) ? isUserAndPassword(value) : value.length >= 20 && isRandom(value),
      score: 0.85,
    },
    {
      label: 'registry-credentials',
      keywords: ['"auth"', '_auth'],
      pattern: /["_]auth"?\s{0,3}[:=]\s{0,3}["']?(?<value>[A-Za-z0-9+/]{8,600}={0,2})/diy,
      accept: isUserAndPassword,
      score: 0.9,
    },
    {
      label: 'kubernetes-secret',
      keywords: ['data:'],
      pattern:
        /data:[^\n]{0,40}\n(?:[ \t]{1,12}[\w.-]{1,60}:[^\n]{0,400}\n){0,8}?[ \t]{1,12}[\w.-]{1,60}: ["']?(?<value>[A-Za-z0-9+/]{8,600}={0,2})/diy,
      after: /\bkind: Secret\b[\s\S]*(?<![a-z])$/,
      accept: (value) => isText(decodeBase64(value)) && isPassword(decodeBase64(value)),
      score: 0.8,
    },
    {
      label: 'password',
      keywords: ['-u ', '--user ', '--user=', '-u"', "-u'"],
      pattern: /-(?:u|-user)[ =]?["']?[\w.@+-]{1,60}:(?<value>[^\s"'<{]{4,100})/dy,
      after: /\b(?:curl|wget|http)\b[^\n]*$/,
      accept: isSecretInAddress,
      score: 0.85,
    },
    {
      label: 'password',
      keywords: [' -p'],
      pattern: / -p ?["']?(?<value>[^\s"'<{]{6,100})/dy,
      after: /\b(?:mysql\w*|mariadb\w*|sshpass|docker login|mongo\w*)\b[^\n]*$/,
      accept: isPassword,
      score: 0.8,
    },
    {
      label: 'password',
      keywords: [
        'networkcredential(',
        'usernamepasswordcredentials(',
        'basicauth(',
        'login(',
        'auth=(',
        'auth = (',
      ],
      pattern: /[a-z= ]{4,30}\(\s?["'][^"'\n]{1,60}["'],\s?["'](?<value>[^"'\n]{6,100})["']/diy,
      accept: isPassword,
      score: 0.8,
    },
    {
      label: 'recovery-phrase',
      keywords: ['mnemonic', 'seed phrase', 'seed_phrase', 'recovery phrase', 'recovery_phrase'],
      pattern:
        /[a-z _]{8,15}["']?\s{0,3}(?:is )?[:=]\s{0,3}["']?(?<value>[a-z]{3,8}(?: [a-z]{3,8}){11}(?:(?: [a-z]{3,8}){12})?)(?![\w ])/diy,
      score: 0.85,
    },
  ] satisfies readonly StructuredRow[]
).map(createStructuredRule)

function createStructuredRule({ label, keywords, pattern, after, accept, score }: StructuredRow): SecretRule {
  return {
    label,
    keywords,
    findAt: (text, at) => {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match || (after && !after.test(text.slice(Math.max(0, at - reachBefore), at)))) return null
      const [start, end] = match.indices?.groups?.['value'] ?? match.indices?.[0] ?? [0, 0]
      return accept === undefined || accept(text.slice(start, end)) ? { start, end, score } : null
    },
  }
}

/** The shortest key, Ed25519 in PKCS #8 (RFC 8410), takes 48 bytes. */
function isKeyBody(block: string): boolean {
  const body = block.replaceAll(/-----[^-]*-----|[^A-Za-z0-9+/]/g, '')
  return body.length >= 63 && !isMonotonous(body)
}

/** `user:password@host`, unless it only shows where one belongs. */
function isSecretInAddress(value: string): boolean {
  return (
    !isPlaceholder(value) &&
    !/^(?:(?:my|db|user|the)?[-_]?(?:pass(?:w(?:or)?d)?|pwd|pw|secret|token|key|user(?:name)?)\d{0,2}|postgres|mysql|mongodb|redis|rabbitmq|minio|root|admin|guest|test|foo|bar|abc|\d{1,5}|\[.*|[{:].*)$/i.test(
      value,
    )
  )
}

/** Base 64 of `user:password`. */
function isUserAndPassword(value: string): boolean {
  const [, password = ''] = /^[\x20-\x7e]{1,80}?:([\x20-\x7e]{3,200})$/.exec(decodeBase64(value)) ?? []
  return password !== '' && isSecretInAddress(password)
}

const isText = (text: string): boolean => /^[\x20-\x7e]+$/.test(text)

const decodeBase64 = (value: string): string => {
  try {
    return atob(value)
  } catch {
    return ''
  }
}
