import type { Estimate, MeasuredSet } from '@assay/contracts'
import { findPatterns } from '../../packages/core/src/detectors/pii/find-patterns.ts'
import { piiDetector } from '../../packages/core/src/detectors/pii/pii-detector.ts'
import type { DetectedSpan } from '../../packages/core/src/ports/detector.ts'
import { estimateRate } from '../../packages/core/src/statistics/estimate-rate.ts'
import {
  readDocumentation,
  readRecogniserCases,
  readSentences,
  readSpecifications,
  type MarkedSentence,
  type Place,
  type RecogniserRow,
} from './pii-sets.ts'

const threshold = 0.5

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
    await measureDocumentation(readDocumentation(read)),
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
  const judged = rows.map((row) => {
    const spans = findPatterns(row.text).filter(({ label }) => labels?.includes(label) ?? true)
    return { row, spans, counting: spans.filter(({ score }) => score >= least) }
  })
  const [positives, negatives] = [
    judged.filter(({ row }) => row.count > 0),
    judged.filter(({ row }) => row.count === 0),
  ]
  const withPlaces = positives.filter(({ row }) => row.places.length > 0)
  const kinds = Map.groupBy(positives, ({ row }) => row.kind)
  const isSure = ({ score }: DetectedSpan) => score >= threshold
  return {
    name,
    what,
    kept: 'tuned on',
    n: rows.length,
    positives: positives.length,
    negatives: negatives.length,
    notJudged: 0,
    truePositiveRate: rate(positives.map(({ row, counting }) => holdsAll(row, counting))),
    falsePositiveRate: rate(negatives.map(({ counting }) => counting.length > 0)),
    others: {
      'found at 0.5': share(positives, ({ row, spans }) => holdsAll(row, spans.filter(isSure))),
      'alarms at 0.5': share(negatives, ({ spans }) => spans.some(isSure)),
      'reported with any score': share(positives, ({ row, spans }) => holdsAll(row, spans)),
      'reported with exact spans': share(withPlaces, ({ row, spans }) =>
        row.places.every((place) => spans.some((span) => isSame(span, place))),
      ),
      ...(kinds.size > 1 &&
        Object.fromEntries(
          [...kinds].map(([kind, all]) => [
            `reported, ${kind}`,
            share(all, ({ row, spans }) => holdsAll(row, spans)),
          ]),
        )),
    },
  }
}

const holdsAll = ({ places, count }: RecogniserRow, spans: readonly DetectedSpan[]): boolean =>
  places.length > 0
    ? places.every((place) => spans.some((span) => overlaps(span, place)))
    : spans.length >= count

async function measureSentences(sentences: readonly MarkedSentence[]): Promise<MeasuredSet> {
  const found = await detectAll(sentences.map(({ text }) => text))
  const marked = sentences.flatMap(({ spans }, index) =>
    spans.map((span) => ({ span, found: found[index] ?? [] })),
  )
  const all = found.flatMap((spans, index) =>
    spans.map((span) => ({ span, marked: sentences[index]?.spans ?? [] })),
  )
  const f2Of = (matches: (a: Place, b: Place) => boolean): number =>
    f2(
      share(all, ({ span, marked: ours }) => ours.some((one) => matches(one, span))),
      share(marked, ({ span, found: ours }) => ours.some((one) => matches(one, span))),
    )
  const kinds = Map.groupBy(marked, ({ span }) => span.kind)
  return {
    name: 'pii-presidio-research-small',
    what: 'Synthetic sentences with all kinds of personal data marked, public ones among them: every reported span is counted, whatever its score and label',
    kept: 'tuned on',
    n: marked.length,
    positives: marked.length,
    negatives: 0,
    notJudged: 0,
    truePositiveRate: rate(marked.map(({ span, found: ours }) => ours.some((one) => overlaps(one, span)))),
    falsePositiveRate: null,
    others: {
      'F2 of spans that overlap, any type': f2Of(overlaps),
      'F2 of exact spans, any type': f2Of(isSame),
      ...Object.fromEntries(
        [...kinds].map(([kind, ofKind]) => [
          `found, ${kind}`,
          share(ofKind, ({ span, found: ours }) => ours.some((one) => overlaps(one, span))),
        ]),
      ),
    },
  }
}

async function measureDocumentation(paragraphs: readonly string[]): Promise<MeasuredSet> {
  const whole = await detectAll(paragraphs)
  const counts = (spans: readonly DetectedSpan[]): boolean => spans.some(({ score }) => score >= threshold)
  return {
    name: 'rag-kb-fastify-docs and rag-kb-employee-handbook',
    what: 'Paragraphs of documentation that is about nobody; the few names and examples in it count as alarms. Looked at while the scores of addresses of no host were set',
    kept: 'tuned on',
    n: paragraphs.length,
    positives: 0,
    negatives: paragraphs.length,
    notJudged: 0,
    truePositiveRate: null,
    falsePositiveRate: rate(whole.map(counts)),
    others: { 'alarms by rules alone': share(paragraphs, (text) => counts(findPatterns(text))) },
  }
}

async function detectAll(texts: readonly string[]): Promise<readonly (readonly DetectedSpan[])[]> {
  const detected = await piiDetector.detect(
    texts.map((text) => ({ text })),
    new AbortController().signal,
  )
  if (!detected.ok) throw new Error('The detector needs nothing that could fail.')
  return detected.value.map(({ spans }) => spans)
}

const rate = (passes: readonly boolean[]): Estimate | null =>
  passes.length === 0 ? null : estimateRate({ outcomes: passes.map((pass) => ({ pass })) })

const share = <T>(all: readonly T[], passes: (one: T) => boolean): number =>
  all.filter((one) => passes(one)).length / Math.max(1, all.length)

/** Recall counts twice as much as precision. */
const f2 = (precision: number, recall: number): number =>
  (5 * precision * recall) / Math.max(4 * precision + recall, Number.EPSILON)

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end
const isSame = (a: Place, b: Place): boolean => a.start === b.start && a.end === b.end
