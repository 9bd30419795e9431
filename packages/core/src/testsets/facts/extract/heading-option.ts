import type { Chunk } from '@assay/contracts'
import type { Block } from '../../../knowledge/parse-markdown.ts'
import { inlineText } from '../language/inline-text.ts'
import type { Lexicon } from '../language/lexicon.ts'
import { splitProse } from '../prose/split-prose.ts'
import { predicateOf } from './describe.ts'
import { sourceAt } from './make-triple.ts'
import { subjectOf } from './subject-phrase.ts'
import { describedTriple, type Extraction } from './table-triples.ts'

const nothing: Extraction = { triples: [], paraphrases: [], gaps: [] }

/** An option that has a heading of its own: its default stands in a bullet, its description in the first paragraph. */
export function readCodeHeading(
  chunk: Chunk,
  blocks: readonly Block[],
  headings: readonly string[],
  lexicon: Lexicon,
): Extraction {
  const heading = blocks.findLast((block) => block.kind === 'heading')
  const title = inlineText(headings.at(-1) ?? '')
  const kind = kindOfCodeHeading(title, chunk.text)
  const paragraph = blocks.find((block) => block.kind === 'paragraph')
  if (kind === null || paragraph === undefined) return nothing
  const subject = subjectOf(title.startsWith('`') ? title : `\`${title}\``, kind, lexicon)
  const [sentence] = splitProse(chunk.text, paragraph.start, paragraph.end)
  if (subject === null || sentence === undefined || heading === undefined) return nothing
  // The heading names the option, so it belongs to the evidence.
  const span = { start: heading.start, end: sentence.end }
  const predicate = predicateOf(inlineText(chunk.text.slice(sentence.start, sentence.end)), kind, lexicon)
  if (predicate === null) return nothing
  const family = `${chunk.documentId}:headings`
  const triple = describedTriple(chunk, { subject, span }, { kind, predicate, family })
  const evidence = sourceAt(chunk, span, family).evidence
  return {
    triples: [{ ...triple, shape: 'option' }],
    paraphrases: [
      { name: subject.name, documentId: chunk.documentId, phrase: `the ${kind} that ${predicate}`, evidence },
    ],
    gaps: [],
  }
}

/** "option" when the passage gives a default or calls it so; else what the passage calls it, else `null`. */
export function kindOfCodeHeading(title: string, text: string): string | null {
  const name = /^`?([\w.$@-]+)`?$/.exec(title)?.[1]
  if (
    name === undefined ||
    /^[A-Z][a-z]/.test(name) ||
    (!title.startsWith('`') && !/[a-z][A-Z]|[._]/.test(name))
  )
    return null
  if (/^\s*(?:[-*+]\s+)?\*{0,2}Defaults?\b/m.test(text)) return 'option'
  return null
}
