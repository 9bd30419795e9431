import { splitSentences } from '../split-sentences.ts'
import type { AuditDocument, PlacedBlock } from './audit-document.ts'
import { placeOf } from './audit-document.ts'
import type { FindingPlace } from './finding.ts'
import { findMeasure, parseLeadingValue, type ComparableValue } from './parse-value.ts'

/** "The `attribute` of `subject` is `value`", as a document says it. */
export interface Statement {
  /** Statements with the same key are about the same thing. */
  readonly key: string
  /** For the reader: what the value is of. */
  readonly about: string
  readonly value: ComparableValue
  /** The value as it is written. */
  readonly written: string
  /** The headings it stands under. */
  readonly scope: string
  readonly reach: Reach
  readonly place: FindingPlace
}

/**
 * Where another value contradicts it: `everywhere`; under the same headings and in `other-documents`, unless those
 * describe things of one kind; only under the same `headings`, because the name alone says too little.
 */
export type Reach = 'everywhere' | 'other-documents' | 'headings'

/** Headings and first columns that name no subject. */
const genericNames = new Set(
  'option options overview usage example examples note notes introduction argument arguments parameter parameters setting settings configuration properties property name field fields description summary details general api reference see also other type types response request key value faq table'.split(
    ' ',
  ),
)
/** Labels that mean something only together with their heading. */
const genericLabels = new Set(
  'default defaults default value type required value minimum min maximum max limit unit price cost version since status format range size duration timeout'
    .split(' ')
    .concat('default value'),
)
/** Attributes whose values are no facts of their own. */
const uncheckedAttributes =
  /^(?:description|note|example|see|comment|link|url|notes|details|remark|usage|#|no\.?|nr\.?|warning|tip|important|info)$/

/** What tables, `Label: value` bullets and simple sentences state, in order. */
export const extractStatements = (document: AuditDocument): readonly Statement[] =>
  document.blocks.flatMap((placed) => {
    switch (placed.block.kind) {
      case 'table':
        return tableStatements(document, placed)
      case 'list':
        return listStatements(document, placed)
      case 'paragraph':
        return proseStatements(document, placed)
      default:
        return []
    }
  })

interface Draft {
  readonly subject: string
  readonly attribute: string
  readonly written: string
  readonly start: number
  readonly end: number
  readonly reach: Reach
}

function tableStatements(document: AuditDocument, { block, headings }: PlacedBlock): Statement[] {
  const { header, rows } = block.table ?? { header: [], rows: [] }
  const reachOfRow = tableReach(document, header)
  return rows.flatMap(({ cells }) => {
    const [subject, ...values] = cells
    if (subject === undefined || !/\p{L}/u.test(subject.text)) return []
    const { text, start } = subject
    return values.flatMap((cell, index) => {
      const draft = {
        subject: text,
        attribute: header[index + 1] ?? '',
        written: cell.text,
        start,
        end: cell.end,
      }
      return toStatement(document, headings, { ...draft, reach: reachOfRow(text) })
    })
  })
}

/** Several tables with one header (benchmarks, options of several functions) say the same of different things. */
function tableReach(document: AuditDocument, header: readonly string[]): (subject: string) => Reach {
  const firstColumn = normalise(header[0] ?? '')
  const named = firstColumn !== '' && !genericNames.has(firstColumn)
  const listsProperties =
    /^(?:property|attribute|item|feature|field|)$/.test(firstColumn) && header.length === 2
  const alike = document.blocks.filter(({ block }) => block.table?.header.join('|') === header.join('|'))
  if (alike.length > 1) return () => 'headings'
  if (listsProperties) return () => 'other-documents'
  return (subject) => (named ? 'everywhere' : reachOf(subject))
}

function listStatements(document: AuditDocument, { block, headings }: PlacedBlock): Statement[] {
  return (block.items ?? []).flatMap((item) => {
    if (isCode(document.text.slice(item.start, item.end))) return []
    const [, label, value] = /^([\p{L}][^:.!?]{1,40}):\s+(.+)$/u.exec(item.text) ?? []
    if (label === undefined || value === undefined) return sentenceStatements(document, headings, item)
    const heading = headings.at(-1) ?? ''
    const generic = genericLabels.has(normalise(label))
    if (generic && (heading === '' || genericNames.has(normalise(heading)))) return []
    const [subject, attribute] = generic ? [heading, label] : [label, '']
    return toStatement(document, headings, {
      subject,
      attribute,
      written: value,
      start: item.start,
      end: item.end,
      reach: generic ? reachOf(heading) : 'other-documents',
    })
  })
}

function proseStatements(document: AuditDocument, { block, headings }: PlacedBlock): Statement[] {
  return splitSentences(document.text, block).flatMap((span) =>
    sentenceStatements(document, headings, {
      ...span,
      text: plain(document.text.slice(span.start, span.end)),
    }),
  )
}

interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** One clause: conditions, comparisons, alternatives and examples say something else each time. */
const notOneClause =
  /[?;]|\b(?:if|when|unless|while|until|such as|for example|e\.g|example|otherwise|except|either|or|but|than|instead|may|might|could|about|approximately|roughly|up to|at least|at most|more|less|between|suppose|assume|whereas|first|last|previous|since|until|before|ago)\b/i
const valuePhrase = String.raw`["“]?([^,;()]{1,40}?)["”]?`
const defaultPatterns = [
  new RegExp(
    String.raw`^(?:the )?(.{2,40}?)(?: option| setting| parameter)? defaults to ${valuePhrase}\.?$`,
    'i',
  ),
  new RegExp(String.raw`^the default(?: value)? (?:of|for) (?:the )?(.{2,40}?) is ${valuePhrase}\.?$`, 'i'),
  new RegExp(String.raw`^(?:the )?(.{2,40}?) (?:is|are)(?: set to)? ${valuePhrase} by default\.?$`, 'i'),
  new RegExp(String.raw`^the default (.{2,40}?) is ${valuePhrase}\.?$`, 'i'),
]
const ofPattern = new RegExp(
  String.raw`^the ([\p{L} ]{2,30}?) (?:of|for) (?:the )?(.{2,40}?) (?:is|are) ${valuePhrase}\.?$`,
  'iu',
)

function sentenceStatements(
  document: AuditDocument,
  headings: readonly string[],
  sentence: Sentence,
): Statement[] {
  const { text, start, end } = sentence
  if (notOneClause.test(text)) return []
  for (const pattern of defaultPatterns) {
    const [, subject, written] = pattern.exec(text) ?? []
    if (subject === undefined || written === undefined) continue
    return toStatement(document, headings, {
      start,
      end,
      subject,
      attribute: 'default',
      written,
      reach: reachOf(subject),
    })
  }
  const [, attribute, subject, written] = ofPattern.exec(text) ?? []
  if (attribute !== undefined && subject !== undefined && written !== undefined) {
    return toStatement(document, headings, {
      start,
      end,
      subject,
      attribute,
      written,
      reach: reachOf(subject),
    })
  }
  return wholeSentence(document, headings, sentence)
}

const pronounStart =
  /^(?:it|they|this|that|these|those|there|he|she|we|you|your|our|here|its|their|such|the following)\b/i
const SENTENCE_MIN_WORDS = 4
const SENTENCE_MAX_WORDS = 22

/** A sentence with one measure: two that say the same words but another number disagree. */
function wholeSentence(
  document: AuditDocument,
  headings: readonly string[],
  { text, start, end }: Sentence,
): Statement[] {
  const measure = findMeasure(text)
  if (measure === null || !measure.counted) return []
  const rest = `${text.slice(0, measure.start)} ${text.slice(measure.end)}`
  const words = contentWords(rest)
  if (/\d/.test(rest) || words.length < SENTENCE_MIN_WORDS || words.length > SENTENCE_MAX_WORDS) return []
  const vague = pronounStart.test(text) || /^the\b/i.test(text)
  return [
    {
      key: `says|${[...new Set(words)].sort().join(' ')}|${measure.value.dimension}`,
      about: text.slice(0, measure.start).trim(),
      value: measure.value,
      written: text.slice(measure.start, measure.end).trim(),
      scope: scopeOf(headings),
      reach: vague ? 'headings' : 'other-documents',
      place: placeOf(document, { start, end }),
    },
  ]
}

function toStatement(document: AuditDocument, headings: readonly string[], draft: Draft): Statement[] {
  const value = parseLeadingValue(draft.written)
  const subject = normalise(draft.subject)
  const attribute = normalise(draft.attribute).replace(/^default value$/, 'default')
  const named = subject !== '' && subject.split(' ').length <= 6 && !pronounStart.test(subject)
  if (value === null || !named || uncheckedAttributes.test(attribute === '' ? subject : attribute)) return []
  return [
    {
      key: `${subject}|${attribute}|${value.dimension}`,
      about: attribute === '' ? draft.subject : `${draft.subject}, ${draft.attribute}`,
      value,
      written: draft.written,
      scope: scopeOf(headings),
      reach: draft.reach,
      place: placeOf(document, draft),
    },
  ]
}

const scopeOf = (headings: readonly string[]): string => headings.map(normalise).slice(-2).join(' > ')

/** An item that is one code span shows what a program prints. */
const isCode = (markdown: string): boolean => /^`[^`]+`$/.test(markdown.trim())

const reachOf = (subject: string): Reach => (isDistinctive(subject) ? 'everywhere' : 'headings')

/** Identifiers and names of several words mean the same wherever they stand; "timeout" does not. */
const isDistinctive = (name: string): boolean =>
  /[a-z][A-Z]|[_./\d]/.test(name) || name.trim().split(/\s+/).length > 1

const functionWords = new Set(
  'a an the of for to in on at by and with from is are was were be been will shall must can has have as that which'.split(
    ' ',
  ),
)

const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [])
    .filter((word) => !functionWords.has(word))
    .map((word) => word.replace(/(?<=\w{3})s$/, ''))

const normalise = (name: string): string =>
  name
    .replaceAll(/[`*"'“”:()[\]\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')

const plain = (markdown: string): string =>
  markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*`]/g, '')
    .replaceAll(/\s+/g, ' ')
