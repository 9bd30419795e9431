import type { Chunk } from '@assay/contracts'
import { buildLexicon, type Lexicon } from './language/lexicon.ts'
import { inlineText } from './language/inline-text.ts'
import { findFullNames } from './prose/full-names.ts'
import type { Domain } from './prose/self-contained.ts'
import { findTopics } from './topic.ts'

/** What the whole knowledge base tells about its words: read once, before any fact. */
export function buildDomain(chunks: readonly Chunk[]): Domain {
  const lexicon = buildLexicon(chunks.map((chunk) => chunk.text))
  const topics = findTopics(chunks, lexicon)
  return {
    lexicon,
    singleTopic: topics.single,
    topicOf: topics.of,
    terms: termsOf(chunks, lexicon),
    fullNames: findFullNames(chunks, lexicon),
    usedAbbreviations: abbreviationsUsed(chunks),
  }
}

/** No one asks for letters that the documents never use again. */
const abbreviationsUsed = (chunks: readonly Chunk[]): ReadonlySet<string> =>
  new Set(
    chunks.flatMap(({ text }) => [...text.matchAll(/(?<![(\w-])[A-Z]{2,7}(?![\w-])/g)].map(([word]) => word)),
  )

/** Headings and bold list labels establish terms. */
function termsOf(chunks: readonly Chunk[], lexicon: Lexicon): ReadonlySet<string> {
  const terms = new Set<string>()
  const add = (term: string): void => {
    const words = term.split(' ')
    if (words.length <= 4 && /^[A-Za-z][\w -]*$/.test(term))
      terms.add(lexicon.inSentence(term.replace(/^(?:The|An?) /, '')))
  }
  for (const chunk of chunks) {
    for (const title of chunk.titlePath) {
      add(inlineText(title))
      add(inlineText(title).replace(/^.* of (?:the )?/, ''))
    }
    for (const [, term] of chunk.text.matchAll(/^\s*[-*+] \*\*([^*]+?):?\*\*/gm)) add(term ?? '')
  }
  return terms
}
