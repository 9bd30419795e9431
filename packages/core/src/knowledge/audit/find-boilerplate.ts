import { placeOf, type AuditDocument } from './audit-document.ts'
import type { Finding, FindingPlace } from './finding.ts'

const MIN_CHARACTERS = 25
const MIN_DOCUMENTS = 3
const MIN_SHARE = 0.2

/** Paragraphs and notes that stand word for word in many documents: they fill search results and answer nothing. */
export function findBoilerplate(documents: readonly AuditDocument[]): readonly Finding[] {
  const needed = Math.max(MIN_DOCUMENTS, documents.length * MIN_SHARE)
  return [...repeatedTexts(documents)]
    .filter(([, places]) => places.length >= needed)
    .map(([text, places]) => ({
      kind: 'boilerplate',
      severity: 'low',
      message: `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}" stands in ${places.length} of ${documents.length} documents`,
      places,
    }))
}

/** Each text's first place in each document. */
function repeatedTexts(documents: readonly AuditDocument[]): ReadonlyMap<string, FindingPlace[]> {
  const texts = new Map<string, FindingPlace[]>()
  for (const document of documents) {
    const seen = new Set<string>()
    for (const { block } of document.blocks) {
      const text = block.text.replaceAll(/\s+/g, ' ').trim()
      const counts = block.kind === 'paragraph' || block.kind === 'quote'
      if (!counts || text.length < MIN_CHARACTERS || seen.has(text)) continue
      seen.add(text)
      const places = texts.get(text)
      if (places === undefined) texts.set(text, [placeOf(document, block)])
      else places.push(placeOf(document, block))
    }
  }
  return texts
}
