import { readFileSync } from 'node:fs'
import type { MeasuredSet } from '@assay/contracts'
import { tagEntities } from '../../packages/core/src/detectors/pii/tagger/tag-entities.ts'
import type { DetectedSpan } from '../../packages/core/src/ports/detector.ts'
import { estimateRate } from '../../packages/core/src/statistics/estimate-rate.ts'

export const fooledBy: readonly string[] = [
  'A name that is also a word, at the start of a sentence, is at times an alarm: `Grace periods end on Monday.`',
  'Titles in capital letters look like organisations: `Budget Review` alone on a line.',
  'A product that no list knows looks like an organisation or a place: `deployed to Kestrelix last week`.',
  'The type is often wrong where only the type of the name tells it: `A driver for Tamsel was hurt` may give a person.',
  'A company with a description for a name is missed in part: `Willowbank Family Dentistry opens in May`.',
  'Names in lower case beside one another run together: `tell javi marta is here`.',
  'An address without a street word, a number or a postcode is two places: `Hazel Barn, Little Wexcombe`.',
  'Streets in running text without a number are missed now and then: `they dug up Tanner Row`.',
  'Scripts without capitals (Arabic, Hebrew, Chinese, Japanese, Korean, Thai) are not read.',
]

interface MarkedSpan {
  readonly start: number
  readonly end: number
  /** `null`: personal data of a kind that is not the tagger's; an alarm there is no false one, a miss no miss. */
  readonly label: string | null
}

interface MarkedText {
  readonly text: string
  readonly spans: readonly MarkedSpan[]
}

interface TaggedText extends MarkedText {
  readonly found: readonly DetectedSpan[]
}

/** The tagger alone, without the recognisers of fixed forms. `read` gives the text of a path under shared/data. */
export async function measureTagger(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  const own = readFileSync(new URL('tagger-texts.txt', import.meta.url), 'utf8')
  return Promise.all(
    [
      {
        name: 'tagger-texts, our own',
        what: 'Mails, chats, forms and contracts in six languages, written before the templates of the training and by the same hand; which of six trainings is shipped was chosen by it',
        kept: 'held apart' as const,
        texts: own.trim().split('\n').map(readMarked),
      },
      {
        name: 'pii-presidio-research-small',
        what: 'Filled templates of presidio-research, of which only the conventions of labels and the figures of six trainings were looked at',
        kept: 'held apart' as const,
        texts: readPresidio(read('pii-presidio-research-small/generated_small.json')),
      },
      {
        name: 'rag-kb-employee-handbook',
        what: 'Paragraphs of a handbook; whatever is found counts as an alarm, though it names a few cities',
        kept: 'held apart' as const,
        texts: splitParagraphs(read('rag-kb-employee-handbook/employee-handbook.md')),
      },
      {
        name: 'rag-kb-fastify-docs, reference',
        what: 'Paragraphs of technical documentation with code; whatever is found counts as an alarm',
        kept: 'tuned on' as const,
        texts: referencePages.flatMap((page) =>
          splitParagraphs(read(`rag-kb-fastify-docs/Reference/${page}.md`)),
        ),
      },
    ].map(measureSet),
  )
}

const referencePages = ['Hooks', 'Reply', 'Routes', 'Server', 'Errors', 'Plugins', 'TypeScript', 'Logging']

const splitParagraphs = (text: string): readonly MarkedText[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ text: paragraph, spans: [] }))

/** `[Ada](person) said`, `\n` for a line break. */
function readMarked(line: string): MarkedText {
  const marked = line.replaceAll(String.raw`\n`, '\n')
  const spans: MarkedSpan[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\[([^\]]+)\]\((\w+)\)/g)) {
    const [whole, words = '', label = ''] = match
    text += marked.slice(at, match.index)
    spans.push({ start: text.length, end: text.length + words.length, label })
    text += words
    at = match.index + whole.length
  }
  return { text: text + marked.slice(at), spans }
}

const presidioLabels: Readonly<Record<string, string>> = {
  PERSON: 'person',
  LOCATION: 'location',
  ORGANIZATION: 'organization',
  ADDRESS: 'address',
  TITLE: 'title',
}

interface PresidioRow {
  readonly full_text: string
  readonly spans: readonly {
    readonly entity_type: string
    readonly start_position: number
    readonly end_position: number
  }[]
}

function readPresidio(json: string): readonly MarkedText[] {
  const rows: readonly PresidioRow[] = JSON.parse(json)
  return rows.map(({ full_text: text, spans }) => ({
    text,
    spans: spans.map(({ entity_type: type, start_position: start, end_position: end }) => ({
      start,
      end,
      label: presidioLabels[type] ?? null,
    })),
  }))
}

interface LabelledSet extends Pick<MeasuredSet, 'name' | 'what' | 'kept'> {
  readonly texts: readonly MarkedText[]
}

async function measureSet({ name, what, kept, texts: marked }: LabelledSet): Promise<MeasuredSet> {
  const texts = await Promise.all(
    marked.map(async (text): Promise<TaggedText> => ({ ...text, found: await tagEntities(text.text) })),
  )
  const hits = texts.flatMap(({ spans, found }, row) =>
    spans.flatMap((span) =>
      span.label === null
        ? []
        : [{ pass: found.some((one) => overlaps(one, span)), clusterKey: String(row) }],
    ),
  )
  const alarms = texts.flatMap(({ spans, found }, row) =>
    spans.length > 0 ? [] : [{ pass: found.length > 0, clusterKey: String(row) }],
  )
  return {
    name,
    what: `${what}. Positives are spans, negatives are texts without any`,
    kept,
    n: hits.length + alarms.length,
    positives: hits.length,
    negatives: alarms.length,
    notJudged: 0,
    truePositiveRate: hits.length === 0 ? null : estimateRate({ outcomes: hits }),
    falsePositiveRate: alarms.length === 0 ? null : estimateRate({ outcomes: alarms }),
    others: hits.length === 0 ? { 'alarms per 1,000 words': alarmsPer1000Words(texts) } : spanFigures(texts),
  }
}

const overlaps = (one: { start: number; end: number }, other: MarkedSpan): boolean =>
  one.start < other.end && other.start < one.end

const isSame = (one: { start: number; end: number }, other: MarkedSpan): boolean =>
  one.start === other.start && one.end === other.end

function spanFigures(texts: readonly TaggedText[]): Readonly<Record<string, number>> {
  const labels = [...new Set(texts.flatMap(({ spans }) => spans.flatMap(({ label }) => label ?? [])))]
  const typed = (one: DetectedSpan, other: MarkedSpan): boolean =>
    overlaps(one, other) && one.label === other.label
  return Object.fromEntries([
    ['F2 of spans, any type', f2(texts, overlaps)],
    ['F2 of spans, exact, any type', f2(texts, isSame)],
    ['F2 of spans, overlap, same type', f2(texts, typed)],
    ...labels.map((label) => [`found of ${label}`, recallOf(texts, overlaps, label)]),
  ])
}

type Matches = (found: DetectedSpan, marked: MarkedSpan) => boolean

function f2(texts: readonly TaggedText[], matches: Matches): number {
  const recall = recallOf(texts, matches, null)
  const isRight = texts.flatMap(({ spans, found }) =>
    found
      .filter((one) => !spans.some((span) => span.label === null && overlaps(one, span)))
      .map((one) => spans.some((span) => matches(one, span))),
  )
  const precision = isRight.filter(Boolean).length / Math.max(1, isRight.length)
  return round((5 * precision * recall) / Math.max(1e-9, 4 * precision + recall))
}

/** `null`: of every label of the tagger. */
function recallOf(texts: readonly TaggedText[], matches: Matches, label: string | null): number {
  const isFound = texts.flatMap(({ spans, found }) =>
    spans
      .filter((span) => span.label !== null && (label === null || span.label === label))
      .map((span) => found.some((one) => matches(one, span))),
  )
  return round(isFound.filter(Boolean).length / Math.max(1, isFound.length))
}

function alarmsPer1000Words(texts: readonly TaggedText[]): number {
  const words = texts.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  return round((1000 * texts.reduce((sum, { found }) => sum + found.length, 0)) / Math.max(1, words))
}

const round = (value: number): number => Math.round(value * 1000) / 1000
