import type { Validation } from './validation.ts'

export const quotesVerbatim: Validation = {
  id: 'quotes-verbatim',
  applies: ({ referenceClaims }) => referenceClaims.length > 0,
  findFault({ referenceClaims }, { chunks }) {
    for (const { evidence, text } of referenceClaims) {
      if (evidence.length === 0) return `no evidence for "${text}"`
      for (const { chunkId, start, end, quote } of evidence) {
        const chunk = chunks.get(chunkId)
        if (chunk === undefined) return `passage ${chunkId} is not in the knowledge base`
        if (quote === '' || chunk.text.slice(start, end) !== quote)
          return `the quote is not the passage's text at ${start}–${end}`
      }
    }
    return null
  },
}
