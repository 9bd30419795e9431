import { createError, fail, ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import { insertComment, listComments, readComment, updateComment } from '@assay/storage/postgres'
import { requirePeople } from '../annotations/require-people.ts'
import { requireSubject } from '../annotations/require-subject.ts'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

export const commentHandlers: Handlers<'listComments' | 'addComment' | 'changeComment'> = {
  listComments: ({ params, query: { kind, id, ...page } }, { control }) =>
    listComments(control, { ...params, ...page, subject: { kind, id } }),
  async addComment({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId } = params
    const subject = await requireSubject(control, projectId, body.subject)
    if (!subject.ok) return subject
    const mentionIds = await requirePeople(control, {
      projectId,
      ids: body.mentionIds,
      where: 'mentionIds',
      right: 'read',
    })
    if (!mentionIds.ok) return mentionIds
    const comment = await insertComment(control, {
      id: createId(hub.clock, hub.random),
      projectId,
      subject: body.subject,
      text: body.text,
      mentionIds: mentionIds.value,
      by: actorOf(context).id,
      at,
    })
    context.audit({ kind: 'comment', id: comment.id, after: comment })
    context.afterCommit(() => hub.events.publish(projectId, { kind: 'comment', id: comment.id }))
    return ok(comment)
  },
  async changeComment({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId, commentId } = params
    const before = await readComment(control, projectId, commentId)
    if (before === null) return notThere(commentId)
    const by = actorOf(context).id
    if (body.text !== undefined && before.by.id !== by)
      return fail(createError('ASSAY-9002', { message: 'Only whoever wrote a comment changes its words' }))
    const after = await updateComment(control, { before, projectId, by, at, ...body })
    context.audit({ kind: 'comment', id: commentId, before, after })
    context.afterCommit(() => hub.events.publish(projectId, { kind: 'comment', id: commentId }))
    return ok(after)
  },
}
