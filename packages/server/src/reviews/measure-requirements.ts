import { measureRequirement, observeRun, type MeasuredRequirement } from '@assay/core/reviewing'
import { openFinishedRows } from '@assay/core/runs'
import { createRunFactsReader } from '@assay/storage/clickhouse'
import type { LinesPort, RunLines } from '../evaluations/figures/run-lines.ts'

export interface RequirementsJob extends RunLines {
  readonly requirements: readonly {
    readonly least: number
    readonly checks: readonly string[]
    /** The cases it is tested by. */
    readonly caseIds: readonly string[]
  }[]
}

/** Failing cases that are named; `passing` counts all. */
const shownFailing = 200

/** How each stands in a run, in their order. */
export async function measureRequirements(
  { manifest, lines, requirements }: RequirementsJob,
  { readLines }: LinesPort,
): Promise<readonly MeasuredRequirement[]> {
  const reader = createRunFactsReader({ manifest, lines, read: readLines })
  const run = await observeRun(reader, openFinishedRows(reader))
  return requirements.map(({ least, checks, caseIds }) => {
    const linked = new Set(caseIds)
    const measured = measureRequirement(least, run.casesOf({ isLinked: ({ id }) => linked.has(id), checks }))
    return { ...measured, failing: measured.failing.slice(0, shownFailing) }
  })
}
