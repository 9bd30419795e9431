import type { RunTable } from '@assay/core'
import { readFacts, type FactsDatabase } from '../facts-database.ts'
import type { RunPlace } from './append-run-rows.ts'

export interface FoundRow {
  readonly table: RunTable
  readonly line: number
  /** The row as it was sent. */
  readonly json: string
}

type RunKey = Pick<RunPlace, 'projectId' | 'runId'>

/** Rows of attempts and verdicts about a few cases, in the order they came: found by the narrow rows, which lie by case. */
export async function readCaseLines(
  facts: FactsDatabase,
  { projectId, runId }: RunKey,
  caseIds: readonly string[],
): Promise<readonly FoundRow[]> {
  if (caseIds.length === 0) return []
  const narrow = (table: string): string =>
    `select line from ${table} where project_id = {projectId:UUID} and run_id = {runId:UUID} and case_id in {caseIds:Array(String)}`
  const rows = (table: string): string =>
    `select tab, line, row from run_rows
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab = '${table}' and line in (${narrow(table)})`
  return read(facts, `select tab, line, row from (${rows('attempts')} union all ${rows('verdicts')})`, {
    projectId,
    runId,
    caseIds,
  })
}

/** Rows of a table that are about one of these: units by key, passages and cases by id. */
export function readRowsAbout(
  facts: FactsDatabase,
  { projectId, runId }: RunKey,
  { table, about }: { readonly table: RunTable; readonly about: readonly string[] },
): Promise<readonly FoundRow[]> {
  if (about.length === 0) return Promise.resolve([])
  return read(
    facts,
    `select tab, line, row from run_rows
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab = {table:String}
        and about in {about:Array(String)}`,
    { projectId, runId, table, about },
  )
}

/** Questions of all cases, by id. */
export async function readQuestions(
  facts: FactsDatabase,
  { projectId, runId }: RunKey,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly (readonly [caseId: string, question: string])[]> {
  const rows = await readFacts<{ about: string; text: string }>(facts, {
    text: `select about, text from run_rows
      where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab = 'cases'
        and line >= {from:UInt32} and line < {to:UInt32} order by line`,
    params: { projectId, runId, from, to },
  })
  return rows.map(({ about, text }) => [about, text])
}

async function read(
  facts: FactsDatabase,
  text: string,
  params: Readonly<Record<string, unknown>>,
): Promise<readonly FoundRow[]> {
  const rows = await readFacts<{ tab: RunTable; line: number; row: string }>(facts, {
    text: `${text} order by tab, line`,
    params,
  })
  return rows.map(({ tab, line, row }) => ({ table: tab, line, json: row }))
}
