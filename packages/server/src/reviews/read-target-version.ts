import { targetBodySchema } from '@assay/contracts/hub'
import type { TargetVersion } from '@assay/core/reviewing'
import { readDocument, readDocumentVersion, type ControlDatabase } from '@assay/storage/postgres'

interface VersionOf {
  readonly projectId: string
  readonly targetId: string
  readonly version: number
}

/** A version of a target with what its links lead to, and who made it; `null`: there is none. */
export async function readTargetVersion(
  control: ControlDatabase,
  { projectId, targetId, version }: VersionOf,
): Promise<(TargetVersion & { readonly madeBy: string }) | null> {
  const found = await readDocumentVersion(control, targetId, version)
  if (found === null) return null
  const body = targetBodySchema.parse(found.body)
  const [prompt, knowledgeBase] = [
    await readLinked(control, projectId, body.prompt),
    await readLinked(control, projectId, body.knowledgeBase),
  ]
  return {
    body,
    prompt: prompt === null ? null : { name: prompt.name, words: wordsOf(prompt.body['messages']) },
    knowledgeBase: knowledgeBase?.name ?? null,
    madeBy: found.createdBy.id,
  }
}

/** `null`: nothing is linked, or it is not there any more. */
async function readLinked(
  control: ControlDatabase,
  projectId: string,
  link: { readonly id: string; readonly version: number } | null,
): Promise<{ readonly name: string; readonly body: Readonly<Record<string, unknown>> } | null> {
  if (link === null) return null
  const document = await readDocument(control, projectId, link.id)
  const version = document === null ? null : await readDocumentVersion(control, link.id, link.version)
  return document === null || version === null
    ? null
    : { name: `${document.name} version ${link.version}`, body: version.body }
}

/** The messages of a prompt as one text. */
function wordsOf(messages: unknown): string {
  if (!Array.isArray(messages)) return ''
  return messages
    .map(
      (message: { readonly role?: unknown; readonly content?: unknown }) =>
        `${String(message.role)}: ${String(message.content)}`,
    )
    .join('\n\n')
}
