import { sql } from 'kysely'
import type { ControlDatabase } from '../control-database.ts'

export interface StoredTable {
  readonly name: string
  /** With PostgreSQL's own names of their types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/**
 * Every table of the control database, those of better-auth among them, each after those it refers to. pg-boss keeps its own
 * in another schema.
 */
export async function listStoredTables(database: ControlDatabase): Promise<readonly StoredTable[]> {
  const { rows: tables } = await sql<StoredTable>`
    select tables.relname as name,
      json_agg(json_build_object('name', columns.attname, 'type', format_type(columns.atttypid, columns.atttypmod))
        order by columns.attnum) as columns
    from pg_class as tables
    join pg_attribute as columns on columns.attrelid = tables.oid and columns.attnum > 0
      and not columns.attisdropped and columns.attgenerated = ''
    where tables.relnamespace = current_schema()::regnamespace and tables.relkind in ('r', 'p')
      and not tables.relispartition
    group by tables.relname
    order by tables.relname`.execute(database)
  const { rows: references } = await sql<Reference>`
    select distinct child.relname as child, parent.relname as parent
    from pg_constraint as constraints
    join pg_class as child on child.oid = constraints.conrelid
    join pg_class as parent on parent.oid = constraints.confrelid
    where constraints.contype = 'f' and child.relnamespace = current_schema()::regnamespace
      and child.oid <> parent.oid`.execute(database)
  return parentsFirst(tables, references)
}

interface Reference {
  readonly child: string
  readonly parent: string
}

/** Throws where tables refer to one another in a circle: they could not be filled. */
export function parentsFirst(
  tables: readonly StoredTable[],
  references: readonly Reference[],
): readonly StoredTable[] {
  const ordered: StoredTable[] = []
  const placed = new Set<string>()
  let left = tables
  while (left.length > 0) {
    const waits = ({ name }: StoredTable): boolean =>
      references.some(({ child, parent }) => child === name && !placed.has(parent))
    const next = left.filter((table) => !waits(table))
    if (next.length === 0)
      throw new Error(`bug: tables refer to one another: ${left.map(({ name }) => name).join(', ')}`)
    ordered.push(...next)
    for (const { name } of next) placed.add(name)
    left = left.filter(({ name }) => !placed.has(name))
  }
  return ordered
}
