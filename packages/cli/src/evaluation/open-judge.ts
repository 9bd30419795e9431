import { ok, type LanguageModel, type Result } from '@assay/core'
import { createModelJudge, createRulesJudge, type Judge } from '@assay/core/judging'
import type { Workspace } from '../workspace.ts'

export interface OpenedJudge {
  /** `null`: checks decide alone. */
  readonly judge: Judge | null
  readonly judgeModel: LanguageModel | null
}

/** `rules`, `none`, or a model as `provider:model`. */
export async function openJudge(
  workspace: Workspace,
  id: string,
  options: Parameters<Workspace['openModel']>[1] = {},
): Promise<Result<OpenedJudge>> {
  if (id === 'none') return ok({ judge: null, judgeModel: null })
  if (id === 'rules') return ok({ judge: createRulesJudge(), judgeModel: null })
  const model = await workspace.openModel(id, options)
  if (!model.ok) return model
  return ok({
    judge: createModelJudge({ judgeModelId: model.value.id, hash: workspace.hash }),
    judgeModel: model.value,
  })
}
