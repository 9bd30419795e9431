import type { Chunk } from '@assay/contracts'
import { stem } from '../language/inflect.ts'
import type { Gap, Triple } from '../triple.ts'
import { groupBy, subjectKey } from './fact-index.ts'

/** Attributes that at least two siblings of a kind have and one lacks; the documents may still hold the answer elsewhere. */
export function findGaps(triples: readonly Triple[]): readonly Gap[] {
  const attributed = triples.filter(
    (triple) =>
      triple.shape !== 'prose' &&
      (triple.ask.form === 'attribute'
        ? triple.ask.bare !== true
        : triple.ask.form === 'count' || triple.ask.form === 'since'),
  )
  const kinds = groupBy(attributed, siblingGroup)
  return [...kinds.values()].flatMap(gapsOfKind)
}

/** Things of one kind; without a kind, the sections under one heading. */
const siblingGroup = (triple: Triple): string =>
  triple.subject.kind !== null && triple.shape === 'table'
    ? `kind|${triple.subject.kind}`
    : `family|${triple.source.documentId}|${triple.shape}|${triple.source.family.split('/').slice(0, -1).join('/')}`

function gapsOfKind(facts: readonly Triple[]): Gap[] {
  const bySubject = groupBy(facts, subjectKey)
  const byAttribute = groupBy(facts, (fact) => fact.attribute)
  const gaps: Gap[] = []
  for (const own of bySubject.values()) {
    const [first] = own
    const had = new Set(own.map((fact) => fact.attribute))
    for (const [attribute, siblings] of byAttribute) {
      const [sibling] = siblings
      if (!first || !sibling || had.has(attribute) || siblings.length < 2) continue
      if (!sharesSubjects(own, siblings, bySubject)) continue
      gaps.push({
        subject: first.subject,
        ask: sibling.ask,
        attribute,
        sibling,
        documentId: first.source.documentId,
        chunkId: first.source.evidence.chunkId,
      })
    }
  }
  return gaps
}

/** The siblings stand beside the subject in one of its own tables: plans with plans, not resources with resources of another sort. */
function sharesSubjects(
  own: readonly Triple[],
  siblings: readonly Triple[],
  bySubject: ReadonlyMap<string, readonly Triple[]>,
): boolean {
  const families = new Set(own.map((fact) => fact.source.family))
  return siblings.some((sibling) =>
    (bySubject.get(subjectKey(sibling)) ?? []).some(
      (fact) => families.has(fact.source.family) || fact.shape === 'label',
    ),
  )
}

const synonyms: readonly (readonly string[])[] = [
  ['price', 'cost', 'fee', 'charge', 'free'],
  ['limit', 'maximum', 'quota', 'allowance', 'most'],
  ['timeout', 'wait', 'deadline'],
  ['size', 'length', 'bytes'],
  ['retention', 'kept', 'stored', 'keep'],
  ['uptime', 'availability', 'available'],
  ['version', 'release', 'since'],
  ['location', 'city', 'place', 'office'],
  ['default', 'preset'],
]
const weak = new Set([
  'the',
  'of',
  'for',
  'a',
  'an',
  'in',
  'on',
  'at',
  'to',
  'and',
  'value',
  'number',
  'name',
  'time',
  'amount',
  'type',
])

interface AbsenceCheck {
  /** `null`: the attribute is absent for this subject in every chunk; else why that is not sure. */
  whyUnsure(subject: string, attribute: string): string | null
}

/** Drops what it cannot be sure of (methods §1.9): words of the attribute beside the subject, or a rule for all. */
export function createAbsenceCheck(chunks: readonly Chunk[]): AbsenceCheck {
  const passages = chunks.map((chunk) => ({
    id: chunk.id,
    text: `${chunk.titlePath.join('. ')}. ${chunk.text}`.toLowerCase(),
  }))
  const stemmed = new Map<string, ReadonlySet<string>>()
  const stemsOf = (passage: { id: string; text: string }): ReadonlySet<string> => {
    const known = stemmed.get(passage.id)
    if (known) return known
    const stems = new Set(passage.text.split(/[^a-z0-9]+/).map(stem))
    stemmed.set(passage.id, stems)
    return stems
  }
  return {
    whyUnsure(subject, attribute) {
      const words = attribute
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '' && !weak.has(word))
      if (words.length === 0) return 'the attribute has no word of its own'
      const mentions = (passage: { id: string; text: string }): boolean =>
        words.every((word) => expand(word).some((form) => stemsOf(passage).has(stem(form))))
      const name = new RegExp(`(?<![\\w.-])${escapeRegExp(subject.toLowerCase())}(?![\\w-])`)
      for (const passage of passages) {
        if (!mentions(passage)) continue
        if (name.test(passage.text)) return `"${attribute}" and "${subject}" stand in one passage`
        if (
          /\b(?:all|every|each|any|both|same|always|other)\b[^.|]{0,60}/.test(
            sentenceAround(passage.text, words),
          )
        )
          return `a passage may give "${attribute}" for all`
      }
      return null
    },
  }
}

const expand = (word: string): readonly string[] => synonyms.find((group) => group.includes(word)) ?? [word]

/** The sentences or rows that hold all words. */
const sentenceAround = (text: string, words: readonly string[]): string =>
  text
    .split(/(?<=[.!?])\s|\n/)
    .filter((sentence) => words.every((word) => sentence.includes(word)) && !sentence.startsWith('|'))
    .join('\n')

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
