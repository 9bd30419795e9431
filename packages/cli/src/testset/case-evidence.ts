import type { TestCase } from '@assay/contracts'
import type { KnowledgeBase, Result } from '@assay/core'
import type { SheetEvidence } from '@assay/core/testsets'
import { chooseKnowledgeBase } from '../knowledge/choose-knowledge-base.ts'
import type { Workspace } from '../workspace.ts'

/** The knowledge base a test set points into; `null` where there is none and none was named. */
export async function openReferenceBase(
  workspace: Workspace,
  name: string | undefined,
): Promise<Result<KnowledgeBase | null>> {
  const chosen = await chooseKnowledgeBase(workspace, name)
  if (!chosen.ok) return name === undefined ? { ok: true, value: null } : chosen
  const base = await workspace.knowledgeBases.open(chosen.value)
  const isAbsent = !base.ok && base.error.code === 'ASSAY-2001' && name === undefined
  return isAbsent ? { ok: true, value: null } : base
}

/** The quotes a case stands on, each once with its place; without the knowledge base the chunk's id stands for the place. */
export function createEvidenceReader(
  base: KnowledgeBase | null,
): (testCase: TestCase) => readonly SheetEvidence[] {
  const chunks = new Map(base?.chunks.map((chunk) => [chunk.id, chunk]))
  return ({ referenceClaims }) => {
    const quotes = referenceClaims
      .flatMap((claim) => claim.evidence)
      .map(({ chunkId, quote }) => {
        const chunk = chunks.get(chunkId)
        const source = chunk === undefined ? chunkId : [chunk.source, ...chunk.titlePath.slice(1)].join(' › ')
        return [`${source}\n${quote}`, { quote, source }] as const
      })
    return [...new Map(quotes).values()]
  }
}
