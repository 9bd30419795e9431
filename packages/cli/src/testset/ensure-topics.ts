import { ok, type KnowledgeBase, type Result } from '@assay/core'
import { makeTopics } from '@assay/core/knowledge'
import type { Workspace } from '../workspace.ts'

/** Questions are spread over topics: where nobody asked for them yet they are found now, and kept. */
export async function ensureTopics(
  workspace: Workspace,
  base: KnowledgeBase,
): Promise<Result<KnowledgeBase>> {
  if (base.topics !== null) return ok(base)
  const topics = makeTopics(base, { seed: 1, hash: workspace.hash })
  const saved = await workspace.knowledgeBases.saveTopics(base.manifest.name, topics)
  return saved.ok ? ok({ ...base, topics }) : saved
}
