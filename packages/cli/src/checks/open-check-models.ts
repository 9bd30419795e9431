import {
  createError,
  fail,
  ok,
  type Embedder,
  type LanguageModel,
  type Result,
  type TokenScorer,
  type UserCode,
} from '@assay/core'
import type { CheckNeed, PreparedCheck } from '@assay/core/checks'
import { missingModel } from '@assay/core/checks/loading'
import type { Workspace } from '../workspace.ts'

export const needsOf = (checks: Iterable<PreparedCheck>): readonly CheckNeed[] =>
  [...checks].flatMap(({ needs }) => needs)

/** What is named outside the checks: by the run, an option or `assay.yaml`. */
export interface NamedParts {
  /** A model of its own, or that of the judge. */
  readonly model: boolean
  readonly embedder: boolean
}

export const namedParts = (
  { configuration }: Workspace,
  given: { readonly model: boolean; readonly embedder?: boolean },
): NamedParts => ({
  model: given.model || configuration.model !== undefined,
  embedder: given.embedder === true || configuration.knowledgeBase?.embedder !== undefined,
})

/** Before anything is made: fails with ASSAY-7014 where a check needs what is named nowhere. */
export function requireNeeds(needs: readonly CheckNeed[], named: NamedParts): Result<void> {
  const fixes: Readonly<Partial<Record<CheckNeed['what'], string>>> = {
    ...(named.model ? {} : { model: missingModel(undefined) }),
    ...(named.embedder
      ? {}
      : {
          embedder:
            'name one as knowledgeBase.embedder in assay.yaml, such as local:minilm (assay check run: --embedder)',
        }),
    detector: 'there is no detector for it yet; leave this check out',
  }
  for (const { what, check, model } of needs) {
    const fix = model === undefined ? fixes[what] : undefined
    if (fix !== undefined) return fail(createError('ASSAY-7014', { where: check, fix }))
  }
  return ok(undefined)
}

export interface OpenedModels {
  /** The judge's, else the one of `assay.yaml`. */
  readonly standard: LanguageModel | null
  readonly named: ReadonlyMap<string, LanguageModel>
}

/** The models the checks name, and the one they ask when they name none; nothing is opened that no check asks. */
export async function openCheckModels(
  workspace: Workspace,
  needs: readonly CheckNeed[],
  { batch, standard }: { readonly batch?: string | undefined; readonly standard: LanguageModel | null },
): Promise<Result<OpenedModels>> {
  const asked = needs.filter(({ what }) => what === 'model' || what === 'optional model')
  const named = new Map<string, LanguageModel>()
  for (const id of new Set(asked.flatMap(({ model }) => model ?? []))) {
    const model = await workspace.openModel(id, { batch })
    if (!model.ok) return model
    named.set(id, model.value)
  }
  const { model: id } = workspace.configuration
  if (standard !== null || id === undefined || asked.every(({ model }) => model !== undefined))
    return ok({ standard, named })
  const opened = await workspace.openModel(id, { batch })
  return opened.ok ? ok({ standard: opened.value, named }) : opened
}

/** `null`: no check compares by meaning, or no embedder is named. */
export async function openCheckEmbedder(
  workspace: Workspace,
  needs: readonly CheckNeed[],
  id: string | undefined,
): Promise<Result<Embedder | null>> {
  if (id === undefined || !needs.some(({ what }) => what === 'embedder')) return ok(null)
  return workspace.openEmbedder(id)
}

/** `null`: no check asks how likely a text is. */
export async function openCheckScorer(
  workspace: Workspace,
  needs: readonly CheckNeed[],
): Promise<Result<TokenScorer | null>> {
  return needs.some(({ what }) => what === 'scorer') ? workspace.openTokenScorer() : ok(null)
}

export interface OpenedUserCode {
  readonly userCode: UserCode | null
  readonly close: () => Promise<void>
}

/** `null`: no check runs code of the user's. */
export async function openCheckUserCode(
  workspace: Workspace,
  needs: readonly CheckNeed[],
): Promise<OpenedUserCode> {
  if (!needs.some(({ what }) => what === 'user code')) return { userCode: null, close: async () => undefined }
  const userCode = await workspace.openUserCode()
  return { userCode, close: () => userCode.close() }
}
