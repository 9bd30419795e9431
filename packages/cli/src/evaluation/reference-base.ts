import type { ContextRow, EvaluationConfiguration } from '@assay/contracts'
import { ok, type KnowledgeBase, type Result } from '@assay/core'
import type { TestCases } from '@assay/core/testsets/format'
import { chooseKnowledgeBase } from '../knowledge/choose-knowledge-base.ts'
import type { Workspace } from '../workspace.ts'

/** What a run takes from the knowledge base: the passages its references point at, as they stand now. */
export interface ReferencePassages {
  readonly knowledgeBase: EvaluationConfiguration['knowledgeBase']
  readonly contexts: readonly ContextRow[]
  /** Cases whose reference no longer stands. */
  readonly stale: number
}

/** Without a knowledge base retrieval is not measured; one that was named must be there. */
export async function readReferencePassages(
  workspace: Workspace,
  name: string | undefined,
  cases: TestCases,
): Promise<Result<ReferencePassages>> {
  const base = await openReferenceBase(workspace, name)
  return base.ok ? ok(await toPassages(cases, base.value)) : base
}

export async function toPassages(cases: TestCases, base: KnowledgeBase | null): Promise<ReferencePassages> {
  if (base === null) return { knowledgeBase: null, contexts: [], stale: 0 }
  // All that makes knowledge bases comes with it: not for runs without one.
  const { findStaleCases } = await import('@assay/core/knowledge')
  const wanted = new Set<string>()
  for (const { referenceContexts } of cases) for (const id of referenceContexts) wanted.add(id)
  const chunks = base.chunks.filter((chunk) => wanted.has(chunk.id))
  return {
    knowledgeBase: { name: base.manifest.name, version: base.manifest.version },
    contexts: chunks.map(({ id, source, titlePath, text }) => ({ id, source, titlePath, text })),
    stale: findStaleCases(cases, base.chunks).length,
  }
}

async function openReferenceBase(
  workspace: Workspace,
  name: string | undefined,
): Promise<Result<KnowledgeBase | null>> {
  const chosen = await chooseKnowledgeBase(workspace, name)
  if (!chosen.ok) return name === undefined ? ok(null) : chosen
  const base = await workspace.knowledgeBases.open(chosen.value)
  return !base.ok && base.error.code === 'ASSAY-2001' && name === undefined ? ok(null) : base
}
