import { readFacts, type FactsDatabase } from '../facts-database.ts'
import type { RunPlace } from './append-run-rows.ts'

export interface CountedUnits {
  readonly done: number
  readonly errors: number
  readonly spentUsd: number | null
}

/** How far a run is, from its rows: right after any retry or kill. A unit counts by its last word. */
export async function readRunProgress(
  facts: FactsDatabase,
  { projectId, runId }: Pick<RunPlace, 'projectId' | 'runId'>,
): Promise<CountedUnits> {
  const params = { projectId, runId }
  const [units] = await readFacts<{ done: number; errors: number }>(facts, {
    text: `select toUInt32(count()) as done, toUInt32(countIf(last = 'failed')) as errors from (
        select argMax(state, line) as last from run_rows
        where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab = 'units' group by about
      )`,
    params,
  })
  const [spent] = await readFacts<{ usd: number | null }>(facts, {
    text: `select sumOrNull(cost_usd) as usd from run_rows
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab in ('attempts', 'calls')`,
    params,
  })
  return { done: units?.done ?? 0, errors: units?.errors ?? 0, spentUsd: spent?.usd ?? null }
}
