import { evaluationConfigurationSchema, type AssayError, type TargetAnswer } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target } from '@assay/core'
import { evaluationUnitKey } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'

/** A target that gives the answers of an earlier run again: nothing is asked, everything can be judged anew. */
export async function createReplayTarget({ runs }: Workspace, run: string): Promise<Result<Target>> {
  const reader = await runs.read(run)
  if (!reader.ok) return reader
  const { target } = evaluationConfigurationSchema.parse(reader.value.manifest.configuration)
  const answers = new Map<
    string,
    { readonly answer: TargetAnswer | null; readonly error: AssayError | null }
  >()
  for await (const { caseId, repeat, answer, error } of reader.value.rows('attempts')) {
    answers.set(evaluationUnitKey(caseId, repeat), { answer, error })
  }
  return ok({
    name: target.name,
    kind: target.kind,
    version: target.version,
    ask: async ({ caseId, repeat }) => {
      const stored = answers.get(evaluationUnitKey(caseId, repeat))
      if (stored?.answer) return ok(stored.answer)
      return fail(stored?.error ?? createError('ASSAY-4007', { where: `${run}: ${caseId}` }))
    },
    close: async () => undefined,
  })
}
