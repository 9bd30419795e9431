import type { TestCase } from '@assay/contracts'
import type { Result } from '@assay/core'
import { formatTestSet } from '@assay/core/testsets/format'
import type { Workspace } from '../workspace.ts'

/** Writes the set in its canonical form, whole or not at all. */
export const saveTestSet = (
  workspace: Workspace,
  file: string,
  cases: readonly TestCase[],
): Promise<Result<void>> => workspace.writeText(file, formatTestSet(cases))
