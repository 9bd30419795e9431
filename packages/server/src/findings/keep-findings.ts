import { createId } from '@assay/core/runs'
import { findFinding, insertFinding, renewFinding, type FoundFinding } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'

export interface KeptFindings {
  readonly added: readonly string[]
  /** Those that had been found before. */
  readonly updated: readonly string[]
}

/** Each once: what was found before by the same way is renewed, not doubled. Inside a transaction. */
export async function keepFindings(
  { control, clock, random }: Pick<Hub, 'control' | 'clock' | 'random'>,
  {
    projectId,
    findings,
    at,
  }: { readonly projectId: string; readonly findings: readonly FoundFinding[]; readonly at: string },
): Promise<KeptFindings> {
  const added: string[] = []
  const updated: string[] = []
  for (const found of findings) {
    const before = await findFinding(control, projectId, found)
    if (before === null) {
      const { id } = await insertFinding(control, { id: createId(clock, random), projectId, found, at })
      added.push(id)
    } else updated.push((await renewFinding(control, { before, found, at })).id)
  }
  return { added, updated }
}
