import { createError, fail, ok, type Result } from '@assay/core'
import { parseGates } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'

export interface GateWords {
  /** Typed with this command; those of `assay.yaml` may wait for a baseline. */
  readonly failIf?: readonly string[] | undefined
  readonly baseline?: string | undefined
}

/** Before anything is asked: the baseline is there, and no gate is typed that needs one that is not named. */
export async function requireBaseline(
  workspace: Workspace,
  { failIf = [], baseline }: GateWords,
): Promise<Result<void>> {
  const gates = parseGates(failIf, null)
  if (!gates.ok) return gates
  if (baseline !== undefined) {
    const read = await workspace.runs.read(baseline)
    return read.ok ? ok(undefined) : read
  }
  const compares = gates.value.find(({ kind }) => kind === 'regression' || kind === 'non-inferior')
  if (compares === undefined) return ok(undefined)
  return fail(
    createError('ASSAY-1001', {
      message: 'This gate compares with another run, and none is named',
      where: `--fail-if ${compares.expression}`,
      fix: 'add --baseline RUN; assay eval show lists the runs',
    }),
  )
}
