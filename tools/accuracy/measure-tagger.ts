import { readFileSync } from 'node:fs'
import type { MeasuredSet } from '@assay/contracts'
import { tagEntities } from '../../packages/core/src/detectors/pii/tagger/tag-entities.ts'
import type { Described } from './measure-detector.ts'
import {
  f2Of,
  measureSpans,
  overlaps,
  type MarkedSpan,
  type MarkedText,
  type ReadText,
} from './measure-spans.ts'
import { readHandbook, readReferencePages, readSentences } from './pii-sets.ts'

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

/** The tagger alone, without the recognisers of fixed forms. `read` gives the text of a path under shared/data. */
export async function measureTagger(read: (path: string) => string): Promise<readonly MeasuredSet[]> {
  const own = readFileSync(new URL('tagger-texts.txt', import.meta.url), 'utf8')
  return [
    await measureMarked(own.trim().split('\n').map(readMarked), {
      name: 'tagger-texts, our own',
      what: `Mails, chats, forms and contracts in six languages, written before the templates of the training and by the same hand; ${chosenBy}`,
      kept: 'tuned on',
    }),
    await measureMarked(readSentences(read).map(withTaggerLabels), {
      name: 'pii-presidio-research-small',
      what: `Filled templates of presidio-research; ${chosenBy}`,
      kept: 'tuned on',
    }),
    await measureUnmarked(readHandbook(read), {
      name: 'rag-kb-employee-handbook',
      what: 'Paragraphs of a handbook; whatever is found counts as an alarm, though it names a few cities. Its alarms were read once, at another threshold',
      kept: 'held apart',
    }),
    await measureUnmarked(readReferencePages(read), {
      name: 'rag-kb-fastify-docs, reference',
      what: 'Paragraphs of technical documentation with code; whatever is found counts as an alarm',
      kept: 'tuned on',
    }),
  ]
}

const chosenBy =
  'tuned on, since the threshold and which of six trainings is shipped were chosen by its figures'

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

/** Other kinds are not the tagger's. */
const withTaggerLabels = ({ spans, ...row }: MarkedText): MarkedText => ({
  ...row,
  spans: spans.map(({ label, ...span }) => ({ ...span, label: presidioLabels[label ?? ''] ?? null })),
})

async function measureMarked(marked: readonly MarkedText[], described: Described): Promise<MeasuredSet> {
  const texts = await tagAll(marked)
  const { others, ...measured } = measureSpans(texts, described)
  const typed = f2Of(texts, (one, span) => overlaps(one, span) && one.label === span.label)
  return { ...measured, others: { ...others, 'F2 of spans, same type': typed } }
}

async function measureUnmarked(paragraphs: readonly string[], described: Described): Promise<MeasuredSet> {
  const texts = await tagAll(paragraphs.map((text) => ({ text, spans: [] })))
  const words = texts.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  const alarms = texts.reduce((sum, { found }) => sum + found.length, 0)
  return {
    ...measureSpans(texts, described),
    others: { 'alarms per 1,000 words': (1000 * alarms) / Math.max(1, words) },
  }
}

const tagAll = (texts: readonly MarkedText[]): Promise<readonly ReadText[]> =>
  Promise.all(texts.map(async (text) => ({ ...text, found: await tagEntities(text.text) })))
