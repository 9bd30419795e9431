import type { Chunk } from '@assay/contracts'
import { placeOfChunk } from './audit-document.ts'
import type { Finding } from './finding.ts'

/** One finding for each language beside the commonest, at its first passage in each document. */
export function findMixedLanguages(chunks: readonly Chunk[]): readonly Finding[] {
  const known = chunks.filter((chunk) => chunk.language !== null)
  const byLanguage = [...Map.groupBy(known, (chunk) => chunk.language ?? '')]
  const [main, ...others] = byLanguage.sort((left, right) => right[1].length - left[1].length)
  return others.map(([language, passages]): Finding => {
    const firsts = [...Map.groupBy(passages, (chunk) => chunk.documentId).values()].flatMap(
      ([first]) => first ?? [],
    )
    return {
      kind: 'mixed-languages',
      severity: 'low',
      message: `${passages.length} of ${known.length} passages are in ${nameOf(language)}, most are in ${nameOf(main?.[0] ?? '')}`,
      places: firsts.map(placeOfChunk),
    }
  })
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })
const nameOf = (code: string): string => languageNames.of(code) ?? code
