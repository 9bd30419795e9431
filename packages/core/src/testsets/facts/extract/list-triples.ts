import type { Chunk } from '@assay/contracts'
import type { Block, ListPart } from '../../../knowledge/parse-markdown.ts'
import { headNoun, isMassNoun, isPluralPhrase, singular, singularPhrase } from '../language/inflect.ts'
import { inlineText } from '../language/inline-text.ts'
import type { Lexicon } from '../language/lexicon.ts'
import { wordStatement } from '../frames/word-statement.ts'
import type { Paraphrase, Subject, Triple, TypedValue } from '../triple.ts'
import { readHeader } from './attribute-header.ts'
import { predicateOf } from './describe.ts'
import { fitAsk } from './fit-ask.ts'
import { factId, sourceAt } from './make-triple.ts'
import type { Scope } from './scope.ts'
import { subjectOf } from './subject-phrase.ts'
import { describedTriple, type Extraction } from './table-triples.ts'
import { readTypedValue } from './typed-value.ts'

interface ListContext {
  readonly chunk: Chunk
  readonly lexicon: Lexicon
  readonly scope: Scope
  /** The paragraph before the list, as read. */
  readonly leadIn: string
  readonly family: string
  /** Where the heading above stands in the chunk, when it does. */
  readonly headingStart: number | null
}

interface Item {
  readonly label: string
  readonly value: string
  readonly span: { start: number; end: number }
}

/** Bullets of the forms `Label: value`, "`name` (type): description. Default: `x`" and "**Term**: definition". */
export function readList(
  chunk: Chunk,
  block: Block,
  scope: Scope,
  { leadIn, lexicon, headingStart }: Pick<ListContext, 'leadIn' | 'lexicon' | 'headingStart'>,
): Extraction {
  const family = `${chunk.documentId}:list:${chunk.titlePath.join('/')}:${block.start + chunk.start}`
  const context: ListContext = { chunk, lexicon, scope, leadIn, family, headingStart }
  const items = (block.items ?? []).flatMap((part) => readItem(chunk, part) ?? [])
  const results = items.map((item) => readLabelled(context, item))
  return {
    triples: results.flatMap((result) => result.triples),
    paraphrases: results.flatMap((result) => result.paraphrases),
    gaps: [],
  }
}

const labelPattern =
  /^(`[^`]+`(?:\s*\([^()]*\))?|\*{0,2}[A-Za-z][\w .'’/-]{0,50}?\*{0,2})\s*(?::|–|—| -)\s+([\s\S]+)$/
/** "**maxRetries** `number` (optional) - …", "`store` {Store} …": the name as code, its type in a parenthesis or left out. */
const markOption = (raw: string): string =>
  raw
    .replace(
      /^((?:[-*+]\s+)?)\*\*`?([\w$][\w.$-]*)`?\*\*\s*(`[^`]*`)?(?:\s*\((?:optional|required)\))?(?=\s*[-–:]\s)/,
      (whole, bullet: string, name: string, type?: string) =>
        type !== undefined || /[a-z][A-Z]|[._$]/.test(name) ? `${bullet}\`${name}\`` : whole,
    )
    .replace(
      /^((?:[-*+]\s+)?`[^`]+`)\s+(?:`[^`]*`|\{[^}]*\})(?:\s*\((?:optional|required)\))?(?=\s*[-–:]\s)/,
      '$1',
    )

const looseDefault = /^(Default)\s+(`[\s\S]+)$/

/** "Fields: [file formats](formats.md)" sends the reader on. */
const pointsElsewhere = /[:–—-]\s+\[[^\]]*\]\((?!https?:)[^)]*\)\.?\s*$/

function readItem(chunk: Chunk, part: ListPart): Item | null {
  const raw = chunk.text.slice(part.start, part.end)
  if (part.level > 1 || /```/.test(raw) || /^(?:[-*+] )?\[[^\]]*\]\(/.test(raw)) return null
  const text = inlineText(markOption(raw))
  const match = labelPattern.exec(text) ?? looseDefault.exec(text)
  if (!match || pointsElsewhere.test(raw)) return null
  return {
    label: (match[1] ?? '').replace(/\*/g, '').trim(),
    value: (match[2] ?? '').trim(),
    span: { start: part.start, end: part.end },
  }
}

function readLabelled(context: ListContext, item: Item): Pick<Extraction, 'triples' | 'paraphrases'> {
  if (item.label.startsWith('`')) return readOption(context, item)
  const entitled = entitlementTriple(context, item)
  if (entitled) return { triples: [entitled], paraphrases: [] }
  const triple = labelTriple(context, item)
  if (triple) return { triples: [triple], paraphrases: [] }
  return readDefinition(context, item)
}

/** A label says nothing without its heading, which names the subject: near enough, it belongs to the quote. */
const MAX_QUOTE = 240
const withHeading = (span: Item['span'], headingStart: number | null): Item['span'] =>
  headingStart !== null && headingStart < span.start && span.end - headingStart <= MAX_QUOTE
    ? { start: headingStart, end: span.end }
    : span

function labelTriple(
  { chunk, lexicon, scope, family, headingStart }: ListContext,
  item: Item,
): Triple | null {
  const role = readHeader(item.label, lexicon)
  if (role.role !== 'attribute') return null
  const subject = /^defaults?$/i.test(item.label) ? scope.option() : scope.subjectFor(item.label)
  const value = readTypedValue(item.value, role.hints)
  if (subject === null || value === null) return null
  const ask = fitAsk(role.ask, subject, value)
  if (ask === null) return null
  return {
    id: factId(chunk, item.span, role.attribute),
    shape: 'label',
    subject,
    ask,
    attribute: role.attribute,
    value,
    source: sourceAt(chunk, withHeading(item.span, headingStart), family),
    statement: wordStatement(subject, ask, value),
  }
}

const entitlement =
  /^(?:(.+?) (are|is) (eligible for|entitled to|allowed|granted|offered|given)|(.+?) (receive|get)) (?:the )?following\b[^.:]*:$/

/** "Employees are eligible for the following time off:" and "Vacation: 20 days per year". */
function entitlementTriple({ chunk, lexicon, leadIn, family }: ListContext, item: Item): Triple | null {
  const match = entitlement.exec(leadIn)
  if (!match || /\b(?:you|we|they|our|your)\b/i.test(leadIn)) return null
  const who = lexicon.inSentence(match[1] ?? match[4] ?? '')
  const [be, what] = match[2] === undefined ? ['do', match[5] ?? ''] : [match[2], match[3] ?? '']
  const label = lexicon.inSentence(item.label)
  const given = item.value.replace(/\.$/, '')
  const amount =
    /^((?:\d[\d,.]*|[a-z]+) [a-z]+)( (?:per|a|each|every) [a-z]+)?(?:, (?:accrued|paid) [a-z]+)?$/.exec(given)
  const list = amount ? null : readTypedValue(given)
  const value = amount ? readTypedValue(amount[1] ?? '') : list?.kind === 'list' ? list : null
  if (value === null || (value.kind !== 'number' && value.kind !== 'list')) return null
  const noun = nounAsked(value, label)
  if (noun === null) return null
  const per = amount?.[2] ?? ''
  const counted = value.kind === 'number' && sameNoun(label, value.unit ?? '')
  const amountText = counted ? `${value.amount} ${label}` : value.text
  const statement =
    match[2] === undefined
      ? `${who} ${what} ${amountText}${ofLabel(value, label)}${per}`
      : `${who} ${be} ${what} ${value.kind === 'list' ? `the ${label} ` : ''}${amountText}${ofLabel(value, label)}${per}`
  return {
    id: factId(chunk, item.span, label),
    shape: 'label',
    subject: { name: item.label, kind: null, phrase: label, plural: isPluralPhrase(label), thing: true },
    ask: {
      form: 'clause',
      frame: 'how-many-entitled',
      question: `${noun} ${be} ${who} ${what}${per}`,
      short: noun,
    },
    attribute: `${who} ${what}`,
    value: counted ? { ...value, aliases: [...value.aliases, amountText] } : value,
    source: sourceAt(chunk, item.span, family),
    statement: `${statement[0]?.toUpperCase()}${statement.slice(1)}.`,
  }
}

function nounAsked(value: TypedValue, label: string): string | null {
  if (value.kind === 'list') return isPluralPhrase(label) ? `which ${label}` : null
  if (value.unit === undefined) return null
  if (sameNoun(label, value.unit)) return `how many ${label}`
  return isMassNoun(headNoun(label)) ? `how many ${value.unit} of ${label}` : null
}

const sameNoun = (label: string, unit: string): boolean => singular(headNoun(label)) === singular(unit)

const ofLabel = (value: TypedValue, label: string): string =>
  value.kind === 'number' && value.unit !== undefined && isMassNoun(headNoun(label)) ? ` of ${label}` : ''

const defaultPattern =
  /(?:^|[.,;(]\s*|\b)(?:Defaults? to|Default(?: value)?(?: is|:)?|By default,? it is) (`[^`]+`(?: \([^()]+\))?|\d[\w ]*)(?=[.,;)]|$)/

function readOption(context: ListContext, item: Item): Pick<Extraction, 'triples' | 'paraphrases'> {
  const { chunk, lexicon, scope, leadIn, family } = context
  const code = /^`([^`(]+)(?:\([^`]*\))?`/.exec(item.label)?.[1]
  const kind = listKind(leadIn) ?? scope.listKind()
  if (code === undefined || !/^[\w.@$/-]+$/.test(code)) return { triples: [], paraphrases: [] }
  const given = /^`[^`]*\(/.test(item.label) ? undefined : defaultPattern.exec(item.value)?.[1]
  const subject = optionSubject(code, kind ?? (given === undefined ? null : 'option'), context)
  if (subject === null) return { triples: [], paraphrases: [] }
  const value = given === undefined ? null : readTypedValue(given)
  const ask = { form: 'attribute', attribute: 'default value' } as const
  const triples: Triple[] =
    value === null
      ? []
      : [
          {
            id: factId(chunk, item.span, 'default value'),
            shape: 'option',
            subject,
            ask,
            attribute: 'default value',
            value,
            source: sourceAt(chunk, item.span, family),
            statement: wordStatement(subject, ask, value),
          },
        ]
  const [firstSentence = ''] = item.value.split(/(?<=[a-z`)])\.\s/)
  const owner =
    scope.name === null || kind === null || repeatsKind(scope.name, kind) ? '' : ` of ${scope.name}`
  const predicate = kind === null ? null : predicateOf(firstSentence, kind, lexicon)
  if (predicate === null || kind === null) return { triples, paraphrases: [] }
  const described = describedTriple(
    chunk,
    { subject: { ...subject, name: code }, span: item.span },
    { kind: `${kind}${owner}`, predicate, family },
  )
  const paraphrase: Paraphrase = {
    name: subject.name,
    documentId: chunk.documentId,
    phrase: `the ${kind}${owner} that ${predicate}`,
    evidence: described.source.evidence,
  }
  return { triples: [...triples, { ...described, shape: 'option' }], paraphrases: [paraphrase] }
}

/** An option is one of something; a plain word such as `timeout` names nothing without it. */
function optionSubject(code: string, kind: string | null, { lexicon, scope }: ListContext): Subject | null {
  const subject = subjectOf(`\`${code}\``, kind, lexicon)
  if (subject === null || kind === null) return subject
  if (scope.name === null) return /^[a-z]+$/.test(code) ? null : subject
  return repeatsKind(scope.name, kind)
    ? subject
    : { ...subject, name: `${code} of ${scope.name}`, phrase: `${subject.phrase} of ${scope.name}` }
}

const repeatsKind = (name: string, kind: string): boolean =>
  name
    .split(' ')
    .some((word) => kind.split(' ').some((part) => singular(part) === singular(word.toLowerCase())))

/** "… containing the following fields:" → "field". */
function listKind(leadIn: string): string | null {
  const noun =
    /\bfollowing ((?:[a-z]+ )?(?:options|fields|properties|parameters|settings|methods|hooks|flags|variables|headers|arguments|commands|keys|events|attributes|functions|codes))\b[^.]*[:.]$/.exec(
      leadIn,
    )?.[1]
  return noun === undefined ? null : singularPhrase(noun)
}

const articleNoun = /^(?:an?|the) [a-z]/

/** "**Delivery**: the task of bringing one event to one endpoint." */
function readDefinition(
  { chunk, lexicon, scope, family }: ListContext,
  item: Item,
): Pick<Extraction, 'triples' | 'paraphrases'> {
  const text = item.value.replace(/\.$/, '').replace(/, for example .*$/, '')
  const words = text.split(' ')
  if (
    !articleNoun.test(text) ||
    words.length < 5 ||
    words.length > 22 ||
    /[.;:?!]|\b(?:you|your|we|our|it|they|this|these|see|such as|may|such|their|its)\b/i.test(text)
  )
    return { triples: [], paraphrases: [] }
  if (!scope.isGlossary()) return { triples: [], paraphrases: [] }
  const name = lexicon.inSentence(item.label)
  const subject: Subject = {
    name: item.label,
    kind: null,
    phrase: `the ${name}`,
    plural: isPluralPhrase(name),
    thing: true,
  }
  const ask = { form: 'term', definition: text } as const
  const value: TypedValue = {
    kind: 'name',
    text: name,
    aliases: [item.label].filter((form) => form !== name),
    code: false,
  }
  const triple: Triple = {
    id: factId(chunk, item.span, 'term'),
    shape: 'definition',
    subject,
    ask,
    attribute: `term: ${text}`,
    value,
    source: sourceAt(chunk, item.span, family),
    statement: wordStatement(subject, ask, value),
  }
  return { triples: [triple], paraphrases: [] }
}
