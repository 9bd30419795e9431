import type { Chunk } from '@assay/contracts'
import { buildLexicon, type Lexicon } from './language/lexicon.ts'
import { inlineText } from './language/inline-text.ts'
import type { Domain } from './prose/self-contained.ts'

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|American|The|A|I|If|In|It|This|When|For|API|HTTP|URL|JSON|ID|UTC)$/

/** What the whole knowledge base tells about its words: read once, before any fact. */
export function buildDomain(chunks: readonly Chunk[]): Domain {
  const lexicon = buildLexicon(chunks.map((chunk) => chunk.text))
  return {
    lexicon,
    singleTopic: hasOneTopic(chunks, lexicon),
    terms: termsOf(chunks, lexicon),
  }
}

/** One document, or one name that stands in at least half of them. */
function hasOneTopic(chunks: readonly Chunk[], lexicon: Lexicon): boolean {
  const namesByDocument = new Map<string, Set<string>>()
  for (const chunk of chunks) {
    const names = namesByDocument.get(chunk.documentId) ?? new Set()
    for (const [word] of `${chunk.titlePath.join(' . ')} . ${chunk.text}`.matchAll(
      /\b[A-Z][A-Za-z]{2,}\b/g,
    )) {
      if (!calendar.test(word) && lexicon.isProper(word)) names.add(word)
    }
    namesByDocument.set(chunk.documentId, names)
  }
  const counts = new Map<string, number>()
  for (const names of namesByDocument.values())
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return namesByDocument.size === 1 || Math.max(0, ...counts.values()) * 2 >= namesByDocument.size
}

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
