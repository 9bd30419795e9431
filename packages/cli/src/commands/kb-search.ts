import { createError, fail, ok } from '@assay/core'
import { createSearchIndex, type SearchHit } from '@assay/core/knowledge'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { integerOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import { cutLine } from '../render/format/fit-text.ts'

export const command = defineCommand({
  arguments: [{ name: 'query', description: 'What to look for', required: true, variadic: true }],
  options: {
    name: textOption('Name of the knowledge base', 'name'),
    limit: integerOption('Hits at most (default 5)'),
  },
  examples: ['assay kb search "rate limit of the export"'],
  async run({ arguments: words, options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const base = await openChosen(opened.value, options.name)
    if (!base.ok) return base
    const query = words.join(' ').trim()
    if (query === '')
      return fail(createError('ASSAY-1001', { message: 'The query is empty', fix: 'write what to look for' }))
    const queryVector = await embedQuery(query)
    const hits = createSearchIndex(base.value).search(query, { k: options.limit ?? 5, ...queryVector })
    const text =
      hits.length === 0
        ? 'Nothing found.'
        : hits.map((hit, rank) => describeHit(hit, rank, widthOf(context))).join('\n')
    present(context, hits, text)
    return ok(0)

    /** Without its embedder at hand the search still works, by words. */
    async function embedQuery(text: string): Promise<{ queryVector?: Float32Array }> {
      if (!opened.ok || !base.ok || base.value.manifest.embedder === null) return {}
      const embedder = await opened.value.openEmbedder(base.value.manifest.embedder)
      const vectors = embedder.ok ? await embedder.value.embed([text], context.signal) : embedder
      if (!vectors.ok) context.output.error(`searching by words alone: ${vectors.error.message}\n`)
      const vector = vectors.ok ? vectors.value[0] : undefined
      return vector === undefined ? {} : { queryVector: vector }
    }
  },
})

function describeHit({ chunk, why }: SearchHit, rank: number, width: number): string {
  const reasons = [
    ...(why.words.length > 0
      ? [
          `words: ${why.words
            .slice(0, 5)
            .map(({ word }) => word)
            .join(', ')}`,
        ]
      : []),
    ...(why.similarity === null ? [] : [`meaning ${why.similarity.toFixed(2)}`]),
  ]
  const head = `${rank + 1}. ${chunk.source}  ${chunk.titlePath.slice(1).join(' › ')}`
  const snippet = plainText(chunk.text)
  return [
    cutLine(head, width),
    cutLine(`   ${snippet}`, width),
    cutLine(`   ${reasons.join('; ')}  [${chunk.id}]`, width),
  ].join('\n')
}

/** Without its heading line, tags and runs of blanks: the heading stands above. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/^#+ .*\n/, '')
    .replaceAll(/<[^>]+>|[*#|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
