import { createError, fail, ok, type KnowledgeBase, type Result } from '@assay/core'
import type { Workspace } from '../workspace.ts'

/** The named one, else the configuration's, else the only one there is. */
export async function chooseKnowledgeBase(
  workspace: Workspace,
  name: string | undefined,
): Promise<Result<string>> {
  const wanted = name ?? workspace.configuration.knowledgeBase?.name
  if (wanted !== undefined) return ok(wanted)
  const list = await workspace.knowledgeBases.list()
  if (!list.ok) return list
  const [only, ...others] = list.value
  if (only !== undefined && others.length === 0) return ok(only.name)
  const names = list.value.map((each) => each.name)
  const fix =
    names.length === 0 ? 'add documents first: assay kb add FOLDER' : `name one of: ${names.join(', ')}`
  return fail(
    createError(names.length === 0 ? 'ASSAY-2001' : 'ASSAY-1001', {
      message: 'It is not clear which knowledge base is meant',
      fix,
    }),
  )
}

export async function openChosen(
  workspace: Workspace,
  name: string | undefined,
): Promise<Result<KnowledgeBase>> {
  const chosen = await chooseKnowledgeBase(workspace, name)
  return chosen.ok ? workspace.knowledgeBases.open(chosen.value) : chosen
}
