import type { HubDocument, documentEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { diffJson } from '@assay/core/json-diff'
import { createId } from '@assay/core/runs'
import {
  insertDocument,
  listDocuments,
  listDocumentVersions,
  readDocument,
  readDocumentVersion,
  readProject,
  updateDocument,
} from '@assay/storage/postgres'
import { checkDocumentBody } from '../documents/check-document-body.ts'
import { actorOf, type HandlerContext, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { onDocumentChanged } from '../jobs/on-document-changed.ts'
import { reopenForRequirement } from '../reviews/reopen-reviews.ts'

type DocumentEndpoint = Exclude<keyof typeof documentEndpoints, 'getLineage'>

export const documentHandlers: Handlers<DocumentEndpoint> = {
  listDocuments: ({ params, query }, { control }) =>
    listDocuments(control, { ...query, projectId: params.projectId }),
  async createDocument({ params: { projectId }, body: { kind, name, body, note } }, context) {
    const { hub, control } = context
    if ((await readProject(control, projectId)) === null) return notThere(`project ${projectId}`)
    const checked = await checkDocumentBody(context, { projectId, kind, body, documentId: null })
    const id = createId(hub.clock, hub.random)
    const made = await insertDocument(
      control,
      { id, projectId, kind, name, body: checked },
      stampOf(context, note),
    )
    return made.ok ? tell(context, null, made.value) : made
  },
  async getDocument({ params }, { control }) {
    const document = await readDocument(control, params.projectId, params.documentId)
    return document === null ? notThere(params.documentId) : ok(document)
  },
  async changeDocument({ params, body: { name, archived, body, note } }, context) {
    const before = await readToChange(context, params)
    if (!before.ok) return before
    const { id, kind, projectId } = before.value
    const checked =
      body === undefined
        ? undefined
        : await checkDocumentBody(context, { projectId, kind, body, documentId: id })
    const isSameBody = checked === undefined || isSame(before.value.body, checked)
    const isSameName = name === undefined || name === before.value.name
    const isSameState = archived === undefined || archived === (before.value.archivedAt !== null)
    if (isSameBody && isSameName && isSameState) return tell(context, before.value, before.value)
    const change = {
      before: before.value,
      name,
      archived,
      ...(!isSameBody && { body: { value: checked, restores: null } }),
    }
    const changed = await updateDocument(context.control, change, stampOf(context, note))
    return changed.ok ? tell(context, before.value, changed.value) : changed
  },
  async restoreDocument({ params, body: { version, note } }, context) {
    const before = await readToChange(context, params)
    if (!before.ok) return before
    const { id, kind, projectId } = before.value
    const old = await readVersion(context, before.value, version)
    if (!old.ok) return old
    // What was allowed then may not be allowed any more.
    const value = await checkDocumentBody(context, { projectId, kind, body: old.value.body, documentId: id })
    if (isSame(before.value.body, value)) return tell(context, before.value, before.value)
    const change = { before: before.value, body: { value, restores: version } }
    const changed = await updateDocument(context.control, change, stampOf(context, note))
    return changed.ok ? tell(context, before.value, changed.value) : changed
  },
  async listDocumentVersions({ params, query }, { control }) {
    const document = await readDocument(control, params.projectId, params.documentId)
    return document === null ? notThere(params.documentId) : listDocumentVersions(control, document.id, query)
  },
  async compareDocumentVersions({ params, query }, context) {
    const document = await readDocument(context.control, params.projectId, params.documentId)
    if (document === null) return notThere(params.documentId)
    const from = await readVersion(context, document, query.from)
    if (!from.ok) return from
    const to = await readVersion(context, document, query.to)
    return to.ok ? ok({ changes: diffJson(from.value.body, to.value.body) }) : to
  },
}

const isSame = (left: unknown, right: unknown): boolean => diffJson(left, right).length === 0

const stampOf = (context: HandlerContext, note: string) => ({
  by: actorOf(context).id,
  at: context.at,
  note,
})

/** Fails with ASSAY-9003, or with ASSAY-9004 where it is not the revision that was read. */
async function readToChange(
  { control, revision }: HandlerContext,
  { projectId, documentId }: { readonly projectId: string; readonly documentId: string },
): Promise<Result<HubDocument>> {
  const document = await readDocument(control, projectId, documentId)
  if (document === null) return notThere(documentId)
  return document.revision === revision
    ? ok(document)
    : fail(createError('ASSAY-9004', { where: documentId }))
}

async function readVersion(
  { control }: HandlerContext,
  { id, version: latest }: HubDocument,
  version: number,
) {
  const found = version > latest ? null : await readDocumentVersion(control, id, version)
  return found === null ? notThere(`version ${version}`) : ok(found)
}

/** To the audit log and to reviews that rest on it, and once it holds to readers and schedules. */
async function tell(
  context: HandlerContext,
  before: HubDocument | null,
  after: HubDocument,
): Promise<Result<HubDocument>> {
  const { hub } = context
  const { id, projectId, kind, name, version } = after
  context.audit({
    kind,
    id,
    name,
    after: auditedOf(after),
    ...(before !== null && { before: auditedOf(before) }),
  })
  if (before?.revision === after.revision) return ok(after)
  context.afterCommit(() => hub.events.publish(projectId, { kind: 'document', id }))
  if (before?.version === version && before.archivedAt === after.archivedAt) return ok(after)
  if (kind === 'requirement') await reopenForRequirement(context, { projectId, documentId: id })
  context.afterCommit(() => onDocumentChanged(hub, { id, projectId, kind, version }))
  return ok(after)
}

/** What somebody decided; times and names stand in the entry itself. */
const auditedOf = ({
  name,
  version,
  body,
  archivedAt,
}: HubDocument): {
  readonly name: string
  readonly version: number
  readonly body: HubDocument['body']
  readonly archived: boolean
} => ({ name, version, body, archived: archivedAt !== null })
