import * as z from 'zod'
import type { MarkedText, Place } from './measure-spans.ts'
import { parseLines } from './parse-lines.ts'

type Read = (path: string) => string

/** A value of one kind, or none, in a text. */
export interface RecogniserRow {
  readonly text: string
  /** Kind of the value, as the set names it. */
  readonly kind: string
  /** How many values there are; 0: the row is a hard negative. */
  readonly count: number
  /** Empty where the set gives only their count. */
  readonly places: readonly Place[]
  /** Rows that are not independent share it; absent: the row stands alone. */
  readonly clusterKey: string | undefined
}

const caseSchema = z.object({
  text: z.string(),
  entity: z.array(z.string()).nullable(),
  expected_count: z.number(),
  spans: z.array(z.tuple([z.number(), z.number()])),
  test: z.string(),
})

/** The recognisers' table; without the tests of the machinery, and of models that find names. Rows of one test are variants. */
export const readRecogniserCases = (read: Read): readonly RecogniserRow[] =>
  parseLines(read('pii-presidio-recognizer-cases/cases.jsonl'), caseSchema)
    .filter(({ entity, test }) => entity?.includes('PERSON') !== true && !test.startsWith('test_pattern_'))
    .map(({ text, entity, expected_count: count, spans, test }) => ({
      text,
      kind: entity?.join(', ') ?? 'PHONE_NUMBER',
      count,
      places: spans.map(([start, end]) => ({ start, end })),
      clusterKey: test,
    }))

const specSchema = z.array(z.object({ Input: z.string(), Results: z.array(z.object({ Text: z.string() })) }))

const languages = [
  'Chinese',
  'Dutch',
  'English',
  'French',
  'German',
  'Hindi',
  'Italian',
  'Japanese',
  'Korean',
  'Portuguese',
  'Spanish',
  'Turkish',
] as const
const languagesOf: Readonly<Record<string, readonly string[]>> = {
  PhoneNumber: languages,
  Email: ['English'],
  IpAddress: ['Chinese', 'English', 'Japanese', 'Portuguese'],
  URL: ['Chinese', 'English', 'Japanese'],
  GUID: ['English'],
}

/** The specifications of one model, in all the languages it has. */
export const readSpecifications = (read: Read, kind: string): readonly RecogniserRow[] =>
  (languagesOf[kind] ?? []).flatMap((language) =>
    specSchema
      .parse(JSON.parse(read(`pii-recognizers-text/${language}/${kind}Model.json`).replace(/^\uFEFF/, '')))
      .map(({ Input: text, Results: results }) => ({
        text,
        kind,
        count: results.length,
        places: results.map((result) => placeOf(text, result.Text)),
        clusterKey: caseOf(
          text,
          results.map((result) => result.Text),
        ),
      })),
  )

/** Translations of one case have its digits in common, or else its values. `undefined`: it has neither. */
const caseOf = (text: string, values: readonly string[]): string | undefined =>
  text.replaceAll(/\D/g, '') || values.join(' ').toLowerCase() || undefined

/** The set's own offsets differ between its languages of code: the text of a result is looked up. */
function placeOf(text: string, value: string): Place {
  const start = text.toLowerCase().lastIndexOf(value.toLowerCase())
  return { start, end: start + value.length }
}

const sentencesSchema = z.array(
  z.object({
    full_text: z.string(),
    template_id: z.number(),
    spans: z.array(
      z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
    ),
  }),
)

/** Filled templates; a label is a kind as the set names it. */
export const readSentences = (read: Read): readonly MarkedText[] =>
  sentencesSchema
    .parse(JSON.parse(read('pii-presidio-research-small/generated_small.json')))
    .map(({ full_text: text, template_id: template, spans }) => ({
      text,
      spans: spans.map((span) => ({
        label: span.entity_type,
        start: span.start_position,
        end: span.end_position,
      })),
      clusterKey: String(template),
    }))

/** Paragraphs of a handbook that is about nobody. */
export const readHandbook = (read: Read): readonly string[] =>
  splitParagraphs(read('rag-kb-employee-handbook/employee-handbook.md'))

const pages = ['Errors', 'Hooks', 'Logging', 'Plugins', 'Reply', 'Request', 'Routes', 'Server', 'TypeScript']

/** Paragraphs of technical documentation with code. */
export const readReferencePages = (read: Read): readonly string[] =>
  pages.flatMap((page) => splitParagraphs(read(`rag-kb-fastify-docs/Reference/${page}.md`)))

const splitParagraphs = (text: string): readonly string[] =>
  text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
