import type { DocumentBody, DocumentOf } from '@assay/contracts/hub'
import { fail, ok, type KnowledgeBase, type Result } from '@assay/core'
import { canonicalJson } from '@assay/core/runs'
import type { Workspace } from '../workspace.ts'
import type { HubAccess } from './open-hub.ts'
import { toAssayError } from './to-assay-error.ts'

export interface PushedKnowledgeBase {
  readonly name: string
  readonly version: number
  readonly outcome: 'made' | 'changed' | 'same'
}

type Body = DocumentBody<'knowledge-base'>

/** Tells the hub how a knowledge base stands: what it was made of, how much it holds, its topics. A new state is a new version there. */
export async function pushKnowledgeBase(
  workspace: Workspace,
  hub: HubAccess,
  name: string,
): Promise<Result<PushedKnowledgeBase>> {
  const base = await workspace.knowledgeBases.open(name)
  if (!base.ok) return base
  const project = await hub.findProject()
  if (!project.ok) return project
  const projectId = project.value.id
  try {
    const known = await findDocument(hub, projectId, name)
    const body = describe(base.value, known?.body.description ?? '')
    const same = known !== null && canonicalJson(known.body) === canonicalJson(body)
    const stored = same ? known : await writeDocument(hub, { projectId, name, body, known })
    return ok({
      name,
      version: stored.version,
      outcome: known === null ? 'made' : same ? 'same' : 'changed',
    })
  } catch (error) {
    return fail(toAssayError(error, hub.url))
  }
}

async function findDocument(
  { client }: HubAccess,
  projectId: string,
  name: string,
): Promise<DocumentOf<'knowledge-base'> | null> {
  const { items } = await client.listDocuments({
    projectId,
    query: { kind: 'knowledge-base', name, limit: 500 },
  })
  for (const each of items)
    if (each.kind === 'knowledge-base' && each.name.toLowerCase() === name.toLowerCase()) return each
  return null
}

function writeDocument(
  { client }: HubAccess,
  {
    projectId,
    name,
    body,
    known,
  }: {
    readonly projectId: string
    readonly name: string
    readonly body: Body
    readonly known: DocumentOf<'knowledge-base'> | null
  },
) {
  const note = 'sent by assay hub push'
  if (known === null)
    return client.createDocument({ projectId, body: { kind: 'knowledge-base', name, body, note } })
  return client.changeDocument(
    { projectId, documentId: known.id, body: { body, note } },
    { revision: known.revision },
  )
}

/** The description is written in the hub: it stays. */
function describe({ manifest, topics }: KnowledgeBase, description: string): Body {
  return {
    description,
    sources: manifest.sources,
    contentVersion: manifest.version,
    documents: manifest.counts.documents,
    chunks: manifest.counts.chunks,
    embedder: manifest.embedder,
    topics: (topics?.topics ?? []).map(({ id, name, chunkIds }) => ({ id, name, chunks: chunkIds.length })),
  }
}
