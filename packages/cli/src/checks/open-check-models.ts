import type { CheckUse } from '@assay/contracts'
import {
  createError,
  fail,
  ok,
  type Embedder,
  type LanguageModel,
  type Result,
  type UserCode,
} from '@assay/core'
import { checkDefinitions, missingModel } from '@assay/core/checks'
import type { Workspace } from '../workspace.ts'

export interface OpenedModels {
  /** The judge's, else the one of `assay.yaml`. */
  readonly standard: LanguageModel | null
  readonly named: ReadonlyMap<string, LanguageModel>
}

/** Fails with ASSAY-7014 where a check asks a model and neither it nor anything else names one. `standard`: of the judge. */
export function requireModel(
  { configuration }: Workspace,
  uses: readonly CheckUse[],
  standard: LanguageModel | null,
): Result<void> {
  if (standard !== null || configuration.model !== undefined) return ok(undefined)
  const without = uses.find((use) => asksStandard(use))
  return without === undefined
    ? ok(undefined)
    : fail(createError('ASSAY-7014', { where: without.name ?? without.check, fix: missingModel(undefined) }))
}

/** The models the checks name, and the one they ask when they name none; nothing is opened that no check asks. */
export async function openCheckModels(
  workspace: Workspace,
  uses: readonly CheckUse[],
  { batch, standard }: { readonly batch?: string | undefined; readonly standard: LanguageModel | null },
): Promise<Result<OpenedModels>> {
  const required = requireModel(workspace, uses, standard)
  if (!required.ok) return required
  const named = new Map<string, LanguageModel>()
  const asksModel = uses.filter((use) => costOf(use) === 'model calls')
  for (const id of new Set(asksModel.flatMap(modelOf))) {
    const model = await workspace.openModel(id, { batch })
    if (!model.ok) return model
    named.set(id, model.value)
  }
  const { model: id } = workspace.configuration
  if (standard !== null || id === undefined || !uses.some(asksStandard)) return ok({ standard, named })
  const opened = await workspace.openModel(id, { batch })
  return opened.ok ? ok({ standard: opened.value, named }) : opened
}

const asksStandard = (use: CheckUse): boolean => costOf(use) === 'model calls' && modelOf(use).length === 0

function modelOf({ parameters }: CheckUse): readonly string[] {
  const model = parameters?.['model']
  return typeof model === 'string' ? [model] : []
}

/** `null`: no check compares by meaning, or no embedder is named. */
export async function openCheckEmbedder(
  workspace: Workspace,
  uses: readonly CheckUse[],
  id: string | undefined,
): Promise<Result<Embedder | null>> {
  if (id === undefined || !uses.some((use) => costOf(use) === 'embeddings')) return ok(null)
  return workspace.openEmbedder(id)
}

export interface OpenedUserCode {
  readonly userCode: UserCode | null
  readonly close: () => Promise<void>
}

/** `null`: no check runs code of the user's. */
export async function openCheckUserCode(
  workspace: Workspace,
  uses: readonly CheckUse[],
): Promise<OpenedUserCode> {
  if (!uses.some((use) => costOf(use) === 'your code'))
    return { userCode: null, close: async () => undefined }
  const userCode = await workspace.openUserCode()
  return { userCode, close: () => userCode.close() }
}

const costOf = (use: CheckUse) => checkDefinitions.find(({ id }) => id === use.check)?.cost
