import { splitSentences, type Span } from '../split-sentences.ts'
import { placeOf, type AuditDocument } from './audit-document.ts'
import type { Finding, FindingPlace } from './finding.ts'

/**
 * A document speaks for one organisation. Where two different names stand in the same role of the speaker (who employs
 * "you", who grants or reserves the rights), one of them is left over. English only.
 */
export function findCompetingNames(documents: readonly AuditDocument[]): readonly Finding[] {
  const folders = Map.groupBy(documents, ({ record }) => record.source.split('/').slice(0, -1).join('/'))
  return [...folders.values()].flatMap((group) => {
    const mentions = group.flatMap(roleMentions)
    return [...Map.groupBy(mentions, (mention) => mention.role)].flatMap(([role, found]) =>
      compete(role, found, group),
    )
  })
}

interface Mention {
  readonly role: 'employer' | 'owner'
  readonly name: string
  readonly place: FindingPlace
}

const name = String.raw`((?:\p{Lu}[\p{L}\p{N}&.'-]*)(?:\s+(?:(?:of|and|&)\s+)?\p{Lu}[\p{L}\p{N}&.'-]*){0,3})`
const roles: readonly (readonly [role: Mention['role'], pattern: RegExp])[] = [
  [
    'employer',
    new RegExp(
      String.raw`\b[Aa]s (?:an? |the )${name} (?:employee|team member|staff member|contractor)\b`,
      'gu',
    ),
  ],
  [
    'employer',
    new RegExp(
      String.raw`(?<=\p{Ll},? |^)(?:All |Every |Each )?${name} (?:employees|employee|staff|personnel)\b`,
      'gu',
    ),
  ],
  ['employer', new RegExp(String.raw`\b(?:employees?|staff) (?:of|at) ${name}`, 'gu')],
  ['employer', new RegExp(String.raw`\b(?:[Ee]mployment|[Cc]areer|[Jj]ob) (?:with|at) ${name}`, 'gu')],
  [
    'employer',
    new RegExp(String.raw`\b(?:[Ee]mployed by|[Ww]ork at|[Ww]orking at|[Jj]oin the) ${name}`, 'gu'),
  ],
  [
    'owner',
    new RegExp(
      String.raw`(?:©|\([cC]\)|\b[Cc]opyright\b)\s*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s)\s*(?:by\s+)?${name}`,
      'gu',
    ),
  ],
  [
    'owner',
    new RegExp(
      String.raw`(?<=^|[.!?]\s)${name} (?:reserves the right|may terminate|will not be liable|is not liable|grants you)\b`,
      'gu',
    ),
  ],
]

/** Only sentences that speak to the reader or lay down rules: a text about companies names many. */
const speaks =
  /\b(?:you|your|we|our|us|must|shall|may|will|agree|expected|eligible|required|entitled|acknowledge|rights? reserved|reserves)\b|©|copyright/i

/** Licences of parts name their owners, not the speaker. */
const isLicence = (source: string): boolean => /licen[cs]e|notice|copying|third.?party/i.test(source)

function roleMentions(document: AuditDocument): Mention[] {
  if (isLicence(document.record.source)) return []
  const mentions = document.blocks
    .flatMap(({ block }): readonly Span[] => block.items ?? (isProse(block.kind) ? [block] : []))
    .flatMap((part) => splitSentences(document.text, part))
    .flatMap((span) => sentenceMentions(document, span))
  const byPlace = Map.groupBy(mentions, ({ role, name: found, place }) => `${role} ${found} ${place.start}`)
  return [...byPlace.values()].flatMap(([first]) => first ?? [])
}

const isProse = (kind: string): boolean => kind === 'paragraph' || kind === 'quote'

function sentenceMentions(document: AuditDocument, span: Span): Mention[] {
  const text = document.text.slice(span.start, span.end).replaceAll('\n', ' ')
  if (!speaks.test(text)) return []
  return roles.flatMap(([role, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = cleanName(match[1] ?? '')
      return found === null ? [] : [{ role, name: found, place: placeOf(document, span) }]
    }),
  )
}

/** Words that begin a sentence or name a kind of employee, a place or a time, not an organisation. */
const noNames = new Set(
  'A All An Any Every Each The This These Our Your Other New Former Full Part Full-time Part-time Remote Regular Temporary Seasonal Exempt Non-exempt Hourly Salaried Eligible Current Most Some Both Company Corporate HR IT US U.S UK EU Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Home Office'.split(
    ' ',
  ),
)

function cleanName(raw: string): string | null {
  const words = raw.replace(/['’]s?$|[.,]+$/g, '').split(/\s+/)
  while (noNames.has(words[0] ?? '') && words.length > 0) words.shift()
  const joined = words.join(' ')
  return joined.length < 3 || noNames.has(joined) ? null : joined
}

function compete(
  role: Mention['role'],
  mentions: readonly Mention[],
  documents: readonly AuditDocument[],
): Finding[] {
  const byName = [...Map.groupBy(mentions, (mention) => mention.name)]
  const distinct = byName.filter(
    ([first], index) => !byName.slice(0, index).some(([second]) => shareWord(first, second)),
  )
  if (distinct.length < 2 || distinct.length > 3) return []
  const counted = distinct
    .map(([text, places]) => ({ text, places, count: countMentions(text, documents) }))
    .sort((left, right) => right.count - left.count)
  const what = role === 'employer' ? 'The employer' : 'The owner'
  const names = counted.map(({ text, count }) => `"${text}" (${count} ${count === 1 ? 'place' : 'places'})`)
  return [
    {
      kind: 'competing-names',
      severity: 'high',
      message: `${what} goes by ${distinct.length === 2 ? 'two' : 'three'} names: ${names.join(' and ')}`,
      places: counted.toReversed().flatMap(({ places }) => places.map((mention) => mention.place)),
    },
  ]
}

/** "ABC" and "ABC Company" are one name. */
function shareWord(left: string, right: string): boolean {
  const words = new Set(left.toLowerCase().split(' '))
  return right
    .toLowerCase()
    .split(' ')
    .some((word) => words.has(word) && word.length > 2)
}

const countMentions = (text: string, documents: readonly AuditDocument[]): number =>
  documents.reduce((sum, document) => sum + document.text.split(text).length - 1, 0)
