import { ok, type Result } from '@assay/core'
import type { CheckPorts, PreparedCheck } from '@assay/core/checks'
import type { CommandContext } from '../command.ts'
import { createDirectCaller } from '../knowledge/direct-caller.ts'
import type { Workspace } from '../workspace.ts'
import { createCheckThreads } from './check-threads.ts'
import {
  namedParts,
  openCheckEmbedder,
  openCheckModels,
  openCheckScorer,
  openCheckUserCode,
  requireNeeds,
} from './open-check-models.ts'

export interface OpenedCheckPorts {
  readonly ports: CheckPorts
  readonly close: () => Promise<void>
}

/** What checks outside a run may use: models asked directly, each call tried three times. */
export async function openCheckPorts(
  workspace: Workspace,
  check: PreparedCheck,
  options: { readonly model?: string | undefined; readonly embedder?: string | undefined },
  { signal }: CommandContext,
): Promise<Result<OpenedCheckPorts>> {
  const { needs } = check
  const embedderId = options.embedder ?? workspace.configuration.knowledgeBase?.embedder
  const required = requireNeeds(
    needs,
    namedParts(workspace, { model: options.model !== undefined, embedder: embedderId !== undefined }),
  )
  if (!required.ok) return required
  const chosen = options.model === undefined ? null : await workspace.openModel(options.model)
  if (chosen !== null && !chosen.ok) return chosen
  const models = await openCheckModels(workspace, needs, { standard: chosen?.value ?? null })
  if (!models.ok) return models
  const { standard, named } = models.value
  const embedder = await openCheckEmbedder(workspace, needs, embedderId)
  if (!embedder.ok) return embedder
  const scorer = await openCheckScorer(workspace, needs)
  if (!scorer.ok) return scorer
  const { userCode, close } = await openCheckUserCode(workspace, needs)
  const threads = createCheckThreads()
  const ports: CheckPorts = {
    model: (id) => {
      const model = id === undefined ? standard : (named.get(id) ?? null)
      return model === null ? null : createDirectCaller(model, workspace, signal)
    },
    embedder: embedder.value,
    scorer: scorer.value,
    userCode,
    elsewhere: threads.run,
    detector: () => null,
    hash: workspace.hash,
    signal,
  }
  return ok({
    ports,
    close: async () => {
      await Promise.all([close(), threads.close()])
    },
  })
}
