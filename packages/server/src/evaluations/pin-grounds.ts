import type { RunGrounds } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  readDocument,
  readDocumentVersion,
  readTestSet,
  type ControlDatabase,
  type EvaluationPin,
} from '@assay/storage/postgres'

/** The versions a run from elsewhere says it rests on. Fails with ASSAY-9003 where the project has no such thing or version. */
export async function pinGrounds(
  control: ControlDatabase,
  projectId: string,
  { target, testSets }: RunGrounds,
): Promise<Result<readonly EvaluationPin[]>> {
  const pins: EvaluationPin[] = []
  if (target !== null) {
    const document = await readDocument(control, projectId, target.id)
    const isThere = (await readDocumentVersion(control, target.id, target.version)) !== null
    if (document?.kind !== 'target' || !isThere) return notThere('restsOn/target')
    pins.push({ kind: 'target', id: document.id, name: document.name, version: target.version })
  }
  for (const { id, version } of testSets) {
    const set = await readTestSet(control, projectId, id)
    if (set === null || version > set.version) return notThere('restsOn/testSets')
    pins.push({ kind: 'test-set', id, name: set.name, version })
  }
  return ok(pins)
}

const notThere = (where: string): Result<never> => fail(createError('ASSAY-9003', { where }))
