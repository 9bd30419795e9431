import { ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { chooseChunking, smallestChunk } from '../knowledge/choose-chunking.ts'
import { describeSync } from '../knowledge/describe-sync.ts'
import { rootSources, unrootSource } from '../knowledge/source-root.ts'
import { syncInto } from '../knowledge/sync-into.ts'
import { integerOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [
    { name: 'sources', description: 'Files, folders, globs or addresses', required: true, variadic: true },
  ],
  options: {
    name: textOption('Name of the knowledge base (default: from assay.yaml, else "default")', 'name'),
    textField: textOption('Column or path of the text in CSV, JSON and JSON Lines', 'field'),
    embedder: textOption('provider:model of the vectors, such as local:minilm', 'model'),
    maxTokens: integerOption('Longest chunk, in tokens (default 400)', { min: smallestChunk }),
    overlap: integerOption('Tokens two chunks of a section share (default 40)', { min: 0 }),
    skipBadRows: switchOption('Go on past rows that cannot be read'),
  },
  examples: ['assay kb add docs/', 'assay kb add docs/ manual.pdf --name manual --embedder local:minilm'],
  async run({ arguments: sources, options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const configured = workspace.configuration.knowledgeBase
    const name = options.name ?? configured?.name ?? 'default'
    const before = await workspace.knowledgeBases.open(name)
    if (!before.ok && before.error.code !== 'ASSAY-2001') return before
    const earlier = before.ok ? before.value.manifest : null
    const chunking = chooseChunking(options, earlier?.chunking)
    if (!chunking.ok) return chunking
    const kept = earlier?.sources.map((source) => unrootSource(source, earlier.root)) ?? []
    const rooted = rootSources([...kept, ...sources], context.cwd)
    const synced = await syncInto(
      workspace,
      {
        settings: {
          name,
          root: rooted.root,
          sources: [...rooted.sources],
          textField: options.textField ?? earlier?.textField ?? configured?.textField ?? null,
          chunking: chunking.value,
        },
        embedder: options.embedder ?? earlier?.embedder ?? configured?.embedder ?? null,
        skipBadRows: options.skipBadRows,
      },
      context,
    )
    if (!synced.ok) return synced
    const { knowledgeBase, changes } = synced.value
    present(
      context,
      { manifest: knowledgeBase.manifest, changes },
      `${describeSync(synced.value, earlier)}\n  next  assay kb search "…"  |  assay testset generate`,
    )
    return ok(0)
  },
})
