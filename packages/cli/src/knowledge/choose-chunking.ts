import type { KnowledgeBaseManifest } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { defaultChunking } from './sync-into.ts'

type Chunking = KnowledgeBaseManifest['chunking']

/** In tokens. Smaller chunks hold no whole statement under its headings: nothing could be asked about them. */
export const smallestChunk = 32

/** What the user names, else what the knowledge base was cut by, else the default. An overlap nobody named gives way. */
export function chooseChunking(
  { maxTokens, overlap }: { readonly maxTokens: number | undefined; readonly overlap: number | undefined },
  earlier: Chunking = defaultChunking,
): Result<Chunking> {
  const longest = maxTokens ?? earlier.maxTokens
  const usual = Math.floor(longest / 10)
  const isTooLong = (tokens: number): boolean => tokens > longest / 2
  if (overlap !== undefined && isTooLong(overlap))
    return fail(
      createError('ASSAY-1001', {
        message: `--overlap ${overlap} is more than half of the longest chunk, ${longest} tokens`,
        where: 'assay kb add',
        fix: `write --overlap ${usual}, or a larger --max-tokens`,
      }),
    )
  const isCutAnew = longest !== earlier.maxTokens
  const shared = isCutAnew && isTooLong(earlier.overlapTokens) ? usual : earlier.overlapTokens
  return ok({ maxTokens: longest, overlapTokens: overlap ?? shared })
}
