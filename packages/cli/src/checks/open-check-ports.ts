import type { CheckUse } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import { listUses, type CheckPorts } from '@assay/core/checks'
import type { CommandContext } from '../command.ts'
import { createDirectCaller } from '../knowledge/direct-caller.ts'
import type { Workspace } from '../workspace.ts'
import { openCheckEmbedder, openCheckModels, openCheckUserCode } from './open-check-models.ts'

export interface OpenedCheckPorts {
  readonly ports: CheckPorts
  readonly close: () => Promise<void>
}

/** What checks outside a run may use: models asked directly, each call tried three times. */
export async function openCheckPorts(
  workspace: Workspace,
  written: readonly CheckUse[],
  options: { readonly model?: string | undefined; readonly embedder?: string | undefined },
  { signal }: CommandContext,
): Promise<Result<OpenedCheckPorts>> {
  const uses = listUses(written)
  const chosen = options.model === undefined ? null : await workspace.openModel(options.model)
  if (chosen !== null && !chosen.ok) return chosen
  const models = await openCheckModels(workspace, uses, { standard: chosen?.value ?? null })
  if (!models.ok) return models
  const { standard, named } = models.value
  const embedder = await openCheckEmbedder(
    workspace,
    uses,
    options.embedder ?? workspace.configuration.knowledgeBase?.embedder,
  )
  if (!embedder.ok) return embedder
  const { userCode, close } = await openCheckUserCode(workspace, uses)
  const ports: CheckPorts = {
    model: (id) => {
      const model = id === undefined ? standard : (named.get(id) ?? null)
      return model === null ? null : createDirectCaller(model, workspace, signal)
    },
    embedder: embedder.value,
    userCode,
    detector: () => null,
    hash: workspace.hash,
    signal,
  }
  return ok({ ports, close })
}
