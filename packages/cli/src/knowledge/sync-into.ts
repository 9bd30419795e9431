import type { SourceDocument } from '@assay/contracts'
import { createError, fail, ok, type KnowledgeBase, type Result } from '@assay/core'
import { syncKnowledgeBase, type KnowledgeBaseSettings, type SyncOutcome } from '@assay/core/knowledge'
import type { CommandContext } from '../command.ts'
import { trackCount } from '../progress.ts'
import type { Workspace } from '../workspace.ts'

export interface SyncRequest {
  readonly settings: KnowledgeBaseSettings
  /** `provider:model`, or `null` for search by words alone. */
  readonly embedder: string | null
  readonly skipBadRows: boolean
}

export const defaultChunking = { maxTokens: 400, overlapTokens: 40 } as const

/** Reads the sources, keeps what stands, stores the outcome whole. Nothing is stored on a failure. */
export async function syncInto(
  workspace: Workspace,
  request: SyncRequest,
  context: CommandContext,
): Promise<Result<SyncOutcome>> {
  const { settings } = request
  const previous = await openPrevious(workspace, settings.name)
  if (!previous.ok) return previous
  const embedder = request.embedder === null ? ok(null) : await workspace.openEmbedder(request.embedder)
  if (!embedder.ok) return embedder
  const { sources, root, textField } = settings
  const documents = untilStopped(
    context.signal,
    workspace.readSources({
      sources,
      root,
      textField,
      skipBadRows: request.skipBadRows,
      signal: context.signal,
    }),
  )
  const tracker = trackCount(context, { doing: 'embedding', done: 'embedded' })
  const outcome = await syncKnowledgeBase(previous.value, settings, documents, {
    tools: await workspace.chunkingTools(),
    clock: workspace.clock,
    embedder: embedder.value,
    signal: context.signal,
    onProgress: (step) => {
      if (step.step === 'embedding' && step.total > 0) tracker.update(step)
    },
  })
  tracker.end()
  if (!outcome.ok) return outcome
  const saved = await workspace.knowledgeBases.save(outcome.value.knowledgeBase)
  return saved.ok ? outcome : saved
}

async function openPrevious(
  { knowledgeBases }: Workspace,
  name: string,
): Promise<Result<KnowledgeBase | null>> {
  const previous = await knowledgeBases.open(name)
  return !previous.ok && previous.error.code === 'ASSAY-2001' ? ok(null) : previous
}

/** Ctrl-C ends the reading with an error of its own: nothing is stored. */
async function* untilStopped(
  signal: AbortSignal,
  documents: AsyncIterable<Result<SourceDocument>>,
): AsyncIterable<Result<SourceDocument>> {
  try {
    yield* documents
  } catch (error) {
    if (!signal.aborted) throw error
  }
  if (signal.aborted)
    yield fail(createError('ASSAY-6006', { so: 'nothing was stored', fix: 'start the command again' }))
}
