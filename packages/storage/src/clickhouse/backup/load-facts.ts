import { countInsertRows, type FactTable } from '../insert-facts.ts'
import { readFacts, runStatement, type FactsDatabase } from '../facts-database.ts'

/** Names of the tables of the database. */
export async function listFactTables(facts: FactsDatabase): Promise<readonly string[]> {
  const rows = await readFacts<{ name: string }>(facts, {
    text: `select name from system.tables where database = currentDatabase() order by name`,
  })
  return rows.map(({ name }) => name)
}

/**
 * Writes rows as a backup holds them. Without a token: whoever sends rows of the run later uses the tokens of the run, and
 * must not be taken for a repetition of this.
 */
export async function loadFactRows(
  facts: FactsDatabase,
  table: FactTable,
  lines: readonly string[],
): Promise<void> {
  const sizes = lines.map((line) => line.length)
  for (let from = 0; from < lines.length;) {
    const count = countInsertRows(sizes, from)
    await runStatement(
      facts,
      `insert into ${table} settings async_insert = 0, insert_deduplicate = 0, max_execution_time = 60
        format JSONEachRow\n${lines.slice(from, from + count).join('\n')}`,
    )
    from += count
  }
}

export async function countFactRows(facts: FactsDatabase, table: FactTable): Promise<number> {
  const rows = await readFacts<{ rows: number }>(facts, {
    text: `select toFloat64(count()) as rows from ${table}`,
    seconds: 60,
  })
  return rows[0]?.rows ?? 0
}

export interface AppliedFactsMigration {
  readonly number: number
  readonly name: string
  readonly hash: string
}

/** Those whose every step was done, each once. */
export const listAppliedFactsMigrations = (facts: FactsDatabase): Promise<AppliedFactsMigration[]> =>
  readFacts<AppliedFactsMigration>(facts, {
    text: 'select distinct number, name, hash from fact_migrations order by number',
  })
