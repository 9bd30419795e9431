import { createError, fail, ok } from '@assay/core'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { chooseKnowledgeBase } from '../knowledge/choose-knowledge-base.ts'
import { describeStale } from '../knowledge/describe-stale.ts'
import { describeSync } from '../knowledge/describe-sync.ts'
import { rootSources } from '../knowledge/source-root.ts'
import { defaultChunking, syncInto } from '../knowledge/sync-into.ts'
import { switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'name', description: 'Name of the knowledge base', required: false }],
  options: {
    embedder: textOption('provider:model of the vectors, from now on', 'model'),
    skipBadRows: switchOption('Go on past rows that cannot be read'),
  },
  examples: ['assay kb sync'],
  async run({ arguments: [named], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const name = await chooseKnowledgeBase(workspace, named)
    if (!name.ok) return name
    const before = await workspace.knowledgeBases.open(name.value)
    if (!before.ok && before.error.code !== 'ASSAY-2001') return before
    const earlier = before.ok ? before.value.manifest : null
    const configured = workspace.configuration.knowledgeBase
    const isConfigured =
      configured !== undefined && configured.name === name.value && configured.sources.length > 0
    const rooted = isConfigured ? rootSources(configured.sources, workspace.folder) : earlier
    if (rooted === null)
      return fail(
        createError('ASSAY-2001', {
          where: name.value,
          fix: 'name its sources: assay kb add FOLDER, or knowledgeBase.sources in assay.yaml',
        }),
      )
    const settings = {
      name: name.value,
      root: rooted.root,
      sources: [...rooted.sources],
      textField: configured?.textField ?? earlier?.textField ?? null,
      chunking: earlier?.chunking ?? defaultChunking,
    }
    const embedder = options.embedder ?? configured?.embedder ?? earlier?.embedder ?? null
    const synced = await syncInto(
      workspace,
      { settings, embedder, skipBadRows: options.skipBadRows },
      context,
    )
    if (!synced.ok) return synced
    const { knowledgeBase, changes } = synced.value
    const stale = await describeStale(workspace, knowledgeBase)
    present(
      context,
      { manifest: knowledgeBase.manifest, changes, stale: stale.cases },
      [describeSync(synced.value, earlier), ...stale.lines].join('\n'),
    )
    return ok(0)
  },
})
