import type { KnowledgeBase } from '@assay/core'
import { findStaleCases, type StaleCase } from '@assay/core/knowledge'
import { parseTestSet } from '@assay/core/testsets/format'
import type { Workspace } from '../workspace.ts'

/** Which questions of the configured test set no longer stand in the documents; nothing where there is no test set. */
export async function describeStale(
  workspace: Workspace,
  { chunks }: KnowledgeBase,
): Promise<{ readonly cases: readonly StaleCase[]; readonly lines: readonly string[] }> {
  const file = workspace.configuration.testSet?.file
  const text = file === undefined ? null : await workspace.readText(file)
  const parsed = text === null ? null : parseTestSet(text, file ?? '')
  if (parsed === null || !parsed.ok) return { cases: [], lines: [] }
  const cases = findStaleCases(parsed.value, chunks)
  if (cases.length === 0)
    return { cases, lines: [`  test set: all ${parsed.value.length} questions still stand`] }
  const shown = cases
    .slice(0, 5)
    .map(({ caseId, reasons }) => `    ${caseId}: ${reasons[0]?.kind.replace('-', ' ') ?? ''}`)
  return {
    cases,
    lines: [`  test set: ${cases.length} of ${parsed.value.length} questions went stale`, ...shown],
  }
}
