import { sql, type Selectable } from 'kysely'
import { projectSchema, type Project } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import type { PeopleTables } from '../control-tables.ts'
import { decodeCursor, toPage } from '../cursor.ts'

export interface ProjectFilter {
  /** Only these; `null`: all. */
  readonly ids: readonly string[] | null
  readonly archived: boolean
  readonly name?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Newest first. */
export async function listProjects(
  database: ControlDatabase,
  { ids, archived, name, limit, cursor }: ProjectFilter,
): Promise<Result<{ items: Project[]; next: string | null }>> {
  let query = selectProjects(database).where('projects.archived_at', archived ? 'is not' : 'is', null)
  if (ids !== null) query = query.where('projects.id', 'in', ids.length === 0 ? [noProject] : [...ids])
  if (name !== undefined) query = query.where(sql`position(lower(${name}) in lower(projects.name))`, '>', 0)
  if (cursor !== undefined) {
    const key = decodeCursor(cursor, 1)
    if (!key.ok) return key
    query = query.where('projects.id', '<', String(key.value[0]))
  }
  const rows = await query
    .orderBy('projects.id', 'desc')
    .limit(limit + 1)
    .execute()
  return ok(toPage(rows, limit, ({ id }) => [id], toProject))
}

/** `null`: there is none. */
export async function readProject(database: ControlDatabase, id: string): Promise<Project | null> {
  const row = await selectProjects(database).where('projects.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toProject(row)
}

/** An id no project has: `in ()` is no SQL. */
const noProject = '00000000-0000-0000-0000-000000000000'

const selectProjects = (database: ControlDatabase) =>
  database
    .selectFrom('projects')
    .innerJoin('people', 'people.id', 'projects.owner_id')
    .selectAll('projects')
    .select('people.name as owner_name')

type ProjectRow = Selectable<PeopleTables['projects']> & { readonly owner_name: string }

const toProject = (row: ProjectRow): Project =>
  projectSchema.parse({
    id: row.id,
    name: row.name,
    description: row.description,
    owner: { id: row.owner_id, name: row.owner_name },
    riskClass: row.risk_class,
    budgetUsd: row.budget_usd,
    concurrency: row.concurrency,
    retentionDays: row.retention_days,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
    revision: row.revision,
  })
