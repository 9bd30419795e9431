import { createError, fail, ok, type KnowledgeBase, type Result } from '@assay/core'
import { makeTopics, nameTopicsByModel, renameTopic } from '@assay/core/knowledge'
import type { TopicMap } from '@assay/contracts'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { describeTopics } from '../knowledge/describe-topics.ts'
import { createDirectCaller } from '../knowledge/direct-caller.ts'
import { repeatedOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [{ name: 'name', description: 'Name of the knowledge base', required: false }],
  options: {
    rename: repeatedOption('Give a topic a name, kept through every re-sync', 'ID=NAME'),
    model: textOption('provider:model that names the topics nobody named, one call each', 'model'),
    seed: textOption('Find the topics anew with this seed', 'seed'),
    again: switchOption('Find the topics anew; names that people gave are kept'),
  },
  examples: ['assay kb topics', 'assay kb topics --rename "t-3f2a91c0=Rate limits"'],
  async run({ arguments: [name], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const base = await openChosen(workspace, name)
    if (!base.ok) return base
    const { manifest, topics: previous } = base.value
    const isNew = previous === null || options.again || options.seed !== undefined
    const found = isNew
      ? makeTopics(base.value, { seed: options.seed ?? 1, hash: workspace.hash, previous })
      : previous
    const renamed = renameAll(found, options.rename ?? [])
    if (!renamed.ok) return renamed
    const named = options.model === undefined ? renamed : await nameByModel(options.model, renamed.value)
    if (!named.ok) return named
    const saved = await workspace.knowledgeBases.saveTopics(manifest.name, named.value)
    if (!saved.ok) return saved
    present(context, named.value, describeTopics(manifest.name, named.value, widthOf(context)))
    return ok(0)

    async function nameByModel(id: string, map: TopicMap): Promise<Result<TopicMap>> {
      return base.ok ? askModel({ workspace, base: base.value, context }, id, map) : base
    }
  },
})

function renameAll(map: TopicMap, renames: readonly string[]): Result<TopicMap> {
  let renamed = map
  for (const rename of renames) {
    const [, topic, name] = /^([^=]+)=(.*)$/s.exec(rename) ?? []
    if (topic === undefined || name === undefined)
      return fail(createError('ASSAY-1001', { message: `--rename ${rename}`, fix: 'write it as ID=NAME' }))
    const next = renameTopic(renamed, topic.trim(), name)
    if (!next.ok) return next
    renamed = next.value
  }
  return ok(renamed)
}

interface Asking {
  readonly workspace: Workspace
  readonly base: KnowledgeBase
  readonly context: CommandContext
}

/** Topics a model could not name keep their terms; when it could name none, that is the command's failure. */
async function askModel(
  { workspace, base, context }: Asking,
  id: string,
  map: TopicMap,
): Promise<Result<TopicMap>> {
  const model = await workspace.openModel(id)
  if (!model.ok) return model
  const caller = createDirectCaller(model.value, workspace, context.signal)
  const { map: named, failed } = await nameTopicsByModel(map, base.chunks, {
    model: caller,
    hash: workspace.hash,
  })
  const [first] = failed
  if (first === undefined) return ok(named)
  if (!named.topics.some(({ namedBy }) => namedBy === 'model')) return fail(first.error)
  context.output.error(
    `${failed.length} of ${map.topics.length} topics keep the name of their terms: ${first.error.message}\n`,
  )
  return ok(named)
}
