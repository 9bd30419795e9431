import type { annotationEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  insertFailureNote,
  listCategories,
  listFailureNotes,
  mergeCategories,
  putCategory,
  readCategory,
  readEvaluation,
  readNoteCategories,
  setNoteCategory,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

type FailureNoteEndpoint = Extract<
  keyof typeof annotationEndpoints,
  | 'listFailureNotes'
  | 'writeFailureNote'
  | 'sortFailureNotes'
  | 'listCategories'
  | 'setCategory'
  | 'mergeCategories'
>

export const failureNoteHandlers: Handlers<FailureNoteEndpoint> = {
  listFailureNotes: ({ params, query }, { control }) => listFailureNotes(control, { ...query, ...params }),
  async writeFailureNote({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId } = params
    const evaluation = await readEvaluation(control, body.evaluationId)
    if (evaluation === null || evaluation.projectId !== projectId) return notThere(body.evaluationId)
    const category = await requireCategory(control, projectId, body.categoryId)
    if (!category.ok) return category
    const note = await insertFailureNote(control, {
      ...body,
      id: createId(hub.clock, hub.random),
      projectId,
      byId: actorOf(context).id,
      at,
    })
    context.audit({ kind: 'failure note', id: note.id, after: note })
    return ok(note)
  },
  async sortFailureNotes({ params: { projectId }, body }, context) {
    const { control } = context
    const category = await requireCategory(control, projectId, body.categoryId)
    if (!category.ok) return category
    const before = await readNoteCategories(control, projectId, body.noteIds)
    const strange = body.noteIds.find((id) => !before.has(id))
    if (strange !== undefined) return notThere(strange)
    const noteIds = [...before.keys()].filter((id) => before.get(id) !== body.categoryId)
    if (noteIds.length > 0)
      await setNoteCategory(control, { projectId, noteIds, categoryId: body.categoryId })
    context.audit({
      kind: 'failure note',
      id: body.categoryId ?? projectId,
      name: category.value,
      before: Object.fromEntries(noteIds.map((id) => [id, before.get(id) ?? null])),
      after: Object.fromEntries(noteIds.map((id) => [id, body.categoryId])),
    })
    return ok({ changed: noteIds.length })
  },
  async listCategories({ params }, { control }) {
    return ok({ items: [...(await listCategories(control, params.projectId))] })
  },
  async setCategory({ params, body }, context) {
    const { control, at } = context
    const { projectId, categoryId: id } = params
    const before = await readCategory(control, projectId, id)
    if (before === null && !isUuidV7(id))
      return fail(createError('ASSAY-9006', { where: 'categoryId', fix: 'make it a UUID of version 7' }))
    const named = await putCategory(control, { id, projectId, by: actorOf(context).id, at, ...body })
    if (named.ok)
      context.audit({
        kind: 'failure category',
        id,
        name: body.name,
        before: told(before),
        after: told(named.value),
      })
    return named
  },
  async mergeCategories({ params, body }, context) {
    const { control } = context
    const { projectId, categoryId: into } = params
    const from = [...new Set(body.from)]
    if (from.includes(into))
      return fail(
        createError('ASSAY-9006', { where: 'from', message: 'A category is not merged into itself' }),
      )
    for (const id of [into, ...from])
      if ((await readCategory(control, projectId, id)) === null) return notThere(id)
    const before = (await listCategories(control, projectId)).filter(
      ({ id }) => id === into || from.includes(id),
    )
    const merged = await mergeCategories(control, { projectId, into, from })
    context.audit({ kind: 'failure category', id: into, name: merged.name, before, after: [merged] })
    return ok(merged)
  },
}

/** Its name; `null`: none is meant. Fails with ASSAY-9003 where the project has none of this id. */
async function requireCategory(
  control: ControlDatabase,
  projectId: string,
  id: string | null,
): Promise<Result<string | null>> {
  if (id === null) return ok(null)
  const category = await readCategory(control, projectId, id)
  return category === null ? notThere(id) : ok(category.name)
}

const isUuidV7 = (id: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(id)

const told = (category: { readonly name: string; readonly description: string } | null) =>
  category === null ? null : { name: category.name, description: category.description }
