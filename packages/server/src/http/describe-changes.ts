import { createHash } from 'node:crypto'
import type { BodyChange } from '@assay/contracts/hub'
import { diffJson } from '@assay/core/json-diff'
import { canonicalJson } from '@assay/core/runs'

/** Places kept of one change; the rest is counted. */
const mostPlaces = 200
/** Characters of a value's JSON; a longer one is kept as its hash, which proves it without holding it. */
const longestValue = 2_000

/** What an audit entry says of a change: the places that differ, without secrets, in bounds. */
export function describeChanges(before: unknown, after: unknown): BodyChange[] {
  const changes = diffJson(plainJson(before), plainJson(after))
  const kept = changes.slice(0, mostPlaces).map(({ pointer, ...sides }) => ({
    pointer,
    ...Object.fromEntries(Object.entries(sides).map(([side, value]) => [side, shown(pointer, value)])),
  }))
  return changes.length === kept.length
    ? kept
    : [...kept, { pointer: '', after: { placesLeftOut: changes.length - kept.length } }]
}

/** As it would be sent: no `undefined`, no dates. */
const plainJson = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)

function shown(pointer: string, value: unknown): unknown {
  const isSecret = pointer.split('/').some(isSecretName)
  const redacted = redact(value, isSecret)
  const text = canonicalJson(redacted) ?? ''
  return text.length <= longestValue
    ? redacted
    : { sha256: createHash('sha256').update(text).digest('hex'), characters: text.length }
}

/** Numbers and flags under such a name are no secrets: a limit of tokens, "secret: true". */
function redact(value: unknown, isSecret: boolean): unknown {
  if (typeof value === 'string') return isSecret ? '[redacted]' : value
  if (Array.isArray(value)) return value.map((item) => redact(item, isSecret))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, redact(part, isSecret || isSecretName(key))]),
  )
}

const secretWords = new Set(
  'password passwd passphrase secret secrets token key apikey authorization cookie credential credentials bearer'.split(
    ' ',
  ),
)

/** Whether one of the words of a name says so: `apiKey`, `client_secret`, `X-Auth-Token`; not `maxTokens` nor `keywords`. */
const isSecretName = (name: string): boolean =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .some((word) => secretWords.has(word))
