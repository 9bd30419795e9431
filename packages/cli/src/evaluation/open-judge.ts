import { createError, fail, ok, type LanguageModel, type Result } from '@assay/core'
import type { Judge } from '@assay/core/judging'
import type { Workspace } from '../workspace.ts'

export interface OpenedJudge {
  /** `null`: checks decide alone. */
  readonly judge: Judge | null
  /** The models it asks, the strongest last: checks that ask a model ask that one. */
  readonly judgeModels: readonly LanguageModel[]
}

/** `none`, or what `parseJudge` reads: `rules`, `provider:model`, several of them, one after another. */
export async function openJudge(
  workspace: Workspace,
  id: string,
  options: Parameters<Workspace['openModel']>[1] = {},
): Promise<Result<OpenedJudge>> {
  if (id === 'none') return ok({ judge: null, judgeModels: [] })
  const { assembleJudge, parseJudge } = await import('@assay/core/judging')
  const plan = parseJudge(id)
  if (!plan.ok) return plan
  const opened = new Map<string, LanguageModel>()
  for (const { id: named } of plan.value.flat()) {
    if (named === 'rules') continue
    if (named.startsWith('local:'))
      return fail(
        createError('ASSAY-7004', {
          where: named,
          message: 'The local models are too small to judge',
          fix: 'use `rules`, or a larger model as provider:model',
        }),
      )
    const known = opened.get(named)
    const model = known === undefined ? await workspace.openModel(named, options) : ok(known)
    if (!model.ok) return model
    // Named again: behind the others.
    opened.delete(named)
    opened.set(named, model.value)
  }
  const stages = plan.value.map((stage) =>
    stage.map((member) => ({ ...member, id: opened.get(member.id)?.id ?? member.id })),
  )
  return ok({ judge: assembleJudge(stages, workspace.hash), judgeModels: [...opened.values()] })
}
