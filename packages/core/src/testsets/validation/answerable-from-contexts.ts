import type { ClaimKey, Evidence } from '@assay/contracts'
import type { Validation } from './validation.ts'

/** The typed key stands in the quoted slices. What has no typed key cannot be tested by a rule. */
export const answerableFromContexts: Validation = {
  id: 'answerable-from-contexts',
  applies: ({ referenceClaims }) =>
    referenceClaims.length > 0 && referenceClaims.every((claim) => claim.key !== undefined),
  findFault({ referenceClaims }) {
    for (const { key, evidence } of referenceClaims) {
      if (key !== undefined && !isQuoted(key, evidence))
        return `"${key.value}" does not stand in the quoted passages`
    }
    return null
  },
}

function isQuoted(key: ClaimKey, evidence: readonly Evidence[]): boolean {
  const quotes = fold(evidence.map(({ quote }) => quote).join('\n'))
  const parts = key.items ?? [key.value]
  return parts.every((part) => [part, ...key.aliases].some((form) => quotes.includes(fold(form))))
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[`*_\\]/g, '')
    .replace(/\s+/g, ' ')
