import { must } from '@assay/core'
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
    const known = await findFinding(control, projectId, found)
    const made =
      known === null
        ? await insertFinding(control, { id: createId(clock, random), projectId, found, at })
        : null
    if (made !== null) added.push(made.id)
    else {
      const before = must(
        known ?? (await findFinding(control, projectId, found)),
        'the finding that was there',
      )
      updated.push((await renewFinding(control, { before, found, at })).id)
    }
  }
  return { added, updated }
}
