import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { modelPrices } from '@assay/contracts'
import { createError, fail, ok, type Embedder, type LanguageModel, type Result } from '@assay/core'
import { createId, createPriceBook } from '@assay/core/runs'
import type { CommandContext } from './command.ts'
import { absolute, fileAccess } from './compose-files.ts'
import { loadLocalModels } from './compose-local-models.ts'
import { targetAccess } from './compose-targets.ts'
import { loadConfiguration } from './configuration/load-configuration.ts'
import type { Workspace } from './workspace.ts'

/** The workspace of the configuration's folder. Adapters are loaded when they are first used: the start stays light. */
export async function openWorkspace(context: CommandContext): Promise<Result<Workspace>> {
  const loaded = await loadConfiguration(context.cwd, context.globals.config)
  if (!loaded.ok) return loaded
  const { configuration, folder } = loaded.value
  const files = await import('@assay/storage/files')
  const { createCallCache, createKnowledgeBaseStore, createRunFolders, runFolderPath, sha256, systemClock } =
    files
  const state = join(folder, '.assay')
  const runs = join(state, 'runs')
  const { env } = context
  return ok({
    configuration,
    folder,
    clock: systemClock,
    random: Math.random,
    hash: sha256,
    prices: createPriceBook(modelPrices),
    runs: createRunFolders(runs, { clock: systemClock }),
    // A worker of the hub says which evaluation this is.
    newRunId: () => env('ASSAY_RUN_ID') ?? createId(systemClock, Math.random),
    readRawRun: async (id) => {
      const found = await files.findRun(runs, id)
      if (!found.ok) return found
      const { manifest, folder: runFolder } = found.value
      return ok({ manifest, rows: files.readRawRunRows(runFolder) })
    },
    runFolder: (name) => relative(folder, runFolderPath(runs, name)),
    removeRun: (name) => rm(runFolderPath(runs, name), { recursive: true, force: true }),
    knowledgeBases: createKnowledgeBaseStore(join(state, 'kb')),
    cache: createCallCache(join(state, 'cache', 'calls'), { clock: systemClock }),
    ...fileAccess(folder),
    openModel: (id, options = {}) => openWorkspaceModel(id, options, { env, folder }),
    isLocalModel: async (id) => {
      const { isLocalModel } = await import('@assay/connectors/language-models')
      return isLocalModel(id, { env })
    },
    openEmbedder: (id) => openCachedEmbedder(id, context, join(state, 'cache', 'embeddings')),
    openTokenScorer: async () => {
      const local = await loadLocalModels(env)
      return local === null ? fail(createError('ASSAY-8004')) : local.openTokenScorer('smollm2')
    },
    ...targetAccess(context, loaded.value),
    readSources: async function* (options) {
      const { readDocuments } = await import('@assay/connectors/documents')
      yield* readDocuments(options)
    },
    chunkingTools: async () => {
      const [{ countTokens }, { detectLanguage }] = await Promise.all([
        import('@assay/connectors/documents'),
        import('@assay/core/languages'),
      ])
      return { countTokens, detectLanguage, hash: sha256 }
    },
  })
}

/** Named only, asked through a folder of batch files, or asked as usual. */
async function openWorkspaceModel(
  id: string,
  options: NonNullable<Parameters<Workspace['openModel']>[1]>,
  { env, folder }: Pick<CommandContext, 'env'> & { readonly folder: string },
): Promise<Result<LanguageModel>> {
  const { createBatchFolderModel, openModel, parseModelReference } =
    await import('@assay/connectors/language-models')
  if (options.isNamedOnly === true) {
    const named = parseModelReference(id)
    return named.ok ? ok({ ...named.value, generate: async () => fail(createError('ASSAY-5001')) }) : named
  }
  if (options.batch === undefined) return openModel(id, { env, loadLocalModels: () => loadLocalModels(env) })
  const reference = parseModelReference(id)
  if (!reference.ok) return reference
  const [{ callKey }, { sha256 }] = await Promise.all([
    import('@assay/core/runs'),
    import('@assay/storage/files'),
  ])
  const model = { id: reference.value.id, provider: reference.value.provider }
  return createBatchFolderModel(reference.value, {
    folder: absolute(folder, options.batch),
    keyOf: (request) => callKey(sha256, model, request),
  })
}

async function openCachedEmbedder(
  id: string,
  { env }: CommandContext,
  cacheFolder: string,
): Promise<Result<Embedder>> {
  const { openEmbedder } = await import('@assay/connectors/embedders')
  const opened = await openEmbedder(id, { env, loadLocalModels: () => loadLocalModels(env) })
  if (!opened.ok) return opened
  const [{ cacheEmbeddings }, { createEmbeddingCache }] = await Promise.all([
    import('@assay/core/knowledge'),
    import('@assay/storage/files'),
  ])
  return ok(cacheEmbeddings(opened.value, createEmbeddingCache(cacheFolder)))
}
