import { ok, type Result } from '@assay/core'
import { parseGates, prepareRunChecks, type PreparedRunChecks } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'
import { requireCheckParts } from './open-checks.ts'
import { requireRepeats } from './require-repeats.ts'
import type { EvaluationRequest } from './evaluation-request.ts'

/** All that can be refused before anything is made or asked: the checks, the gates on them, and what they need. */
export async function checkRequest(
  workspace: Workspace,
  { cases, checks, gates, judge, quarantineFlaky, repeats }: EvaluationRequest,
): Promise<Result<PreparedRunChecks>> {
  const repeated = requireRepeats(quarantineFlaky, repeats)
  if (!repeated.ok) return repeated
  const prepared = await prepareRunChecks(checks, cases)
  if (!prepared.ok) return prepared
  const names = new Set(prepared.value.all.map((check) => check.name))
  const parsed = parseGates(gates, names)
  if (!parsed.ok) return parsed
  const parts = await requireCheckParts(workspace, prepared.value.all, judge.judgeModels)
  return parts.ok ? ok(prepared.value) : parts
}
