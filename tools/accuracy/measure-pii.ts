import type { MeasuredSet } from '@assay/contracts'
import { findPatterns } from '../../packages/core/src/detectors/pii/find-patterns.ts'
import { piiDetector } from '../../packages/core/src/detectors/pii/pii-detector.ts'
import type { DetectedSpan } from '../../packages/core/src/ports/detector.ts'
import { threshold } from './measure-detector.ts'
import { measureSet } from './measure-set.ts'
import { isSame, measureSpans, overlaps, share, type MarkedText } from './measure-spans.ts'
import {
  readHandbook,
  readRecogniserCases,
  readReferencePages,
  readSentences,
  readSpecifications,
  type RecogniserRow,
} from './pii-sets.ts'

/** The rules on the tables of recognisers, the whole detector on sentences and on documentation. */
export async function measurePii(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  const cases = readRecogniserCases(read)
  const personal = cases.filter(({ kind }) => !publicKinds.has(kind))
  return [
    measureRows('pii-presidio-recognizer-cases, among words', personal.filter(not(isValueAlone)), {
      what: 'Identifiers of persons of 55 kinds in a sentence or a list, and what only looks like one; what is a kind of its own elsewhere counts as an alarm, too',
      least: threshold,
    }),
    measureRows('pii-presidio-recognizer-cases, alone', personal.filter(isValueAlone), {
      what: 'The same without a word beside them. Such a number can be many things and mostly scores below the threshold: what is reported with any score counts here',
      least: 0,
    }),
    measureRows(
      'pii-presidio-recognizer-cases, public kinds',
      cases.filter(({ kind }) => publicKinds.has(kind)),
      {
        what: 'Dates, addresses of the web and the network, postal codes and numbers of businesses: reported below the threshold, so that they can be asked for; what is reported with any score counts here',
        least: 0,
      },
    ),
    ...specifications.map(([kind, labels, least]) =>
      measureRows(`pii-recognizers-text, ${kind}`, readSpecifications(read, kind), {
        what: `Specifications of the ${kind} recogniser in its languages; only spans of this label count${least === 0 ? ', with any score' : ''}`,
        labels,
        least,
      }),
    ),
    await measureSentences(readSentences(read)),
    await measureDocumentation([...readHandbook(read), ...readReferencePages(read)]),
  ]
}

export const fooledBy: readonly string[] = [
  'A number without words beside it is reported, but does not count: a cell that holds only "4827306914".',
  'A word further than 56 characters before the value is not seen: the tenth row of a table whose head says "Passport".',
  'An identifier glued to a word is missed: "my code is910417-2387".',
  'A number of another kind in the form of a telephone number counts as one: "part 485 777 3456".',
  'An example number counts as a real one: "phone: 201090909090" in documentation.',
  'Ages in words are missed: "he turned forty-two".',
  'A telephone number spelled out or broken is missed: "zero three zero, nine oh one", "030 90 - call - 1820".',
  'Identity numbers of countries without a row are found only as `national-id` beside such a word.',
  'A mail address in disguise is missed: "ada at example dot org".',
  'A year, a month or a weekday alone is no date: "I bought it in May".',
]

const specifications: readonly (readonly [kind: string, labels: readonly string[], least: number])[] = [
  ['PhoneNumber', ['phone'], threshold],
  ['Email', ['email'], threshold],
  ['IpAddress', ['ip-address'], 0],
  ['URL', ['url', 'social-profile'], 0],
  ['GUID', ['guid'], 0],
]

const publicKinds: ReadonlySet<string> = new Set(
  'DATE_TIME URL IP_ADDRESS DE_PLZ UK_POSTCODE DE_HANDELSREGISTER DE_VAT_ID IT_VAT_CODE SE_ORGANISATIONSNUMMER SG_UEN KR_BRN AU_ABN AU_ACN IN_GSTIN'.split(
    ' ',
  ),
)

const not =
  <T>(test: (one: T) => boolean) =>
  (one: T): boolean =>
    !test(one)

/** A row without a value is alone where it has no words either. */
const isValueAlone = ({ text, places, count }: RecogniserRow): boolean =>
  count === 0
    ? !/\p{L}{3}\s|\s\p{L}{3}/u.test(text)
    : places.length === 0
      ? !/\p{L}{4}/u.test(text)
      : places.some(({ start, end }) => end - start === text.trim().length)

interface RowSet {
  readonly what: string
  /** Spans of these; default: all. */
  readonly labels?: readonly string[]
  /** From which score on a span counts. */
  readonly least: number
}

function measureRows(
  name: string,
  rows: readonly RecogniserRow[],
  { what, labels, least }: RowSet,
): MeasuredSet {
  const judged = rows.map((row) => ({
    ...row,
    spans: findPatterns(row.text).filter(({ label }) => labels?.includes(label) ?? true),
  }))
  const measured = measureSet(
    judged.map((row) => ({
      isPositive: row.count > 0,
      isFound: holdsAll(row, least),
      clusterKey: row.clusterKey,
    })),
    { name, what, kept: 'tuned on' },
  )
  return { ...measured, others: rowFigures(judged) }
}

interface JudgedRow extends RecogniserRow {
  readonly spans: readonly DetectedSpan[]
}

function rowFigures(rows: readonly JudgedRow[]): Readonly<Record<string, number>> {
  const positives = rows.filter(({ count }) => count > 0)
  const negatives = rows.filter(({ count }) => count === 0)
  const withPlaces = positives.filter(({ places }) => places.length > 0)
  const kinds = Map.groupBy(positives, ({ kind }) => kind)
  const reported = (all: readonly JudgedRow[], least: number) => share(all.map((row) => holdsAll(row, least)))
  return {
    'found at 0.5': reported(positives, threshold),
    'alarms at 0.5': reported(negatives, threshold),
    'reported with any score': reported(positives, 0),
    'reported with exact spans': share(
      withPlaces.map(({ places, spans }) =>
        places.every((place) => spans.some((span) => isSame(span, place))),
      ),
    ),
    ...(kinds.size > 1 &&
      Object.fromEntries([...kinds].map(([kind, all]) => [`reported, ${kind}`, reported(all, 0)]))),
  }
}

/** Whether all its values are found, or, where it has none, anything is. */
function holdsAll({ places, count, spans }: JudgedRow, least: number): boolean {
  const counting = spans.filter(({ score }) => score >= least)
  return places.length > 0
    ? places.every((place) => counting.some((span) => overlaps(span, place)))
    : counting.length >= Math.max(1, count)
}

async function measureSentences(sentences: readonly MarkedText[]): Promise<MeasuredSet> {
  const found = await detectAll(sentences.map(({ text }) => text))
  return measureSpans(
    sentences.map((sentence, index) => ({ ...sentence, found: found[index] ?? [] })),
    {
      name: 'pii-presidio-research-small',
      what: 'Synthetic sentences with all kinds of personal data marked, public ones among them: every reported span is counted, whatever its score and label',
      kept: 'tuned on',
    },
  )
}

async function measureDocumentation(paragraphs: readonly string[]): Promise<MeasuredSet> {
  const counts = (spans: readonly DetectedSpan[]): boolean => spans.some(({ score }) => score >= threshold)
  const whole = await detectAll(paragraphs)
  const measured = measureSet(
    whole.map((spans) => ({ isPositive: false, isFound: counts(spans) })),
    {
      name: 'rag-kb-fastify-docs and rag-kb-employee-handbook',
      what: 'Paragraphs of documentation that is about nobody; the few names and examples in it count as alarms. Looked at while the scores of addresses of no host were set',
      kept: 'tuned on',
    },
  )
  const byRules = share(paragraphs.map((text) => counts(findPatterns(text))))
  return { ...measured, others: { 'alarms by rules alone': byRules } }
}

async function detectAll(texts: readonly string[]): Promise<readonly (readonly DetectedSpan[])[]> {
  const detected = await piiDetector.detect(
    texts.map((text) => ({ text })),
    new AbortController().signal,
  )
  if (!detected.ok) throw new Error('The detector needs nothing that could fail.')
  return detected.value.map(({ spans }) => spans)
}
