import { sql, type Updateable } from 'kysely'
import { findingSchema, type Finding } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import type { AnnotationTables } from '../annotation-tables.ts'
import type { ControlDatabase } from '../control-database.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { toStorableJson, toStorableText } from '../storable-json.ts'

export interface FindingFilter {
  readonly projectId: string
  readonly status?: Finding['status'] | undefined
  readonly kind?: Finding['kind'] | undefined
  readonly severity?: Finding['severity'] | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The most severe first, the newest of them first. */
export async function listFindings(
  database: ControlDatabase,
  filter: FindingFilter,
): Promise<Result<{ items: Finding[]; next: string | null; total: number }>> {
  let query = selectFindings(database).where('findings.project_id', '=', filter.projectId)
  for (const column of ['status', 'kind', 'severity'] as const) {
    const value = filter[column]
    if (value !== undefined) query = query.where(`findings.${column}`, '=', value)
  }
  const { total } = await query
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  if (filter.cursor !== undefined) {
    const key = decodeCursor(filter.cursor, 2)
    if (!key.ok) return key
    const [rank, id] = key.value
    if (typeof rank !== 'number' || !knownRanks.includes(rank) || !uuid.test(String(id)))
      return fail(createError('ASSAY-9006', { where: 'cursor' }))
    query = query.where(
      sql<boolean>`(findings.severity_rank > ${rank} or (findings.severity_rank = ${rank} and findings.id < ${String(id)}::uuid))`,
    )
  }
  const rows = await query
    .orderBy('findings.severity_rank')
    .orderBy('findings.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return ok({ ...toPage(rows, filter.limit, (row) => [row.severity_rank, row.id], toFinding), total })
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const ranks = { critical: 0, major: 1, minor: 2 } as const satisfies Record<Finding['severity'], number>
const knownRanks: readonly number[] = Object.values(ranks)

/** `null`: the project has none of this id. */
export async function readFinding(
  database: ControlDatabase,
  projectId: string,
  id: string,
): Promise<Finding | null> {
  const row = await selectFindings(database)
    .where('findings.project_id', '=', projectId)
    .where('findings.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toFinding(row)
}

/** What was found, before anybody looked at it. */
export type FoundFinding = Pick<
  Finding,
  'title' | 'kind' | 'severity' | 'source' | 'evaluationId' | 'description' | 'evidence' | 'attempts'
> & {
  /** What makes it the same when it comes again; `null`: a person wrote it down. */
  readonly fingerprint: string | null
}

export interface NewFinding {
  readonly id: string
  readonly projectId: string
  readonly found: FoundFinding
  /** ISO 8601. */
  readonly at: string
}

/** `null`: the same was found by somebody else a moment before. */
export async function insertFinding(
  database: ControlDatabase,
  { id, projectId, found, at }: NewFinding,
): Promise<Finding | null> {
  await database
    .insertInto('findings')
    .values({
      id,
      project_id: projectId,
      status: 'open',
      owner_id: null,
      source_kind: found.source.kind,
      fingerprint: found.fingerprint,
      created_at: at,
      changed_at: at,
      revision: 1,
      ...columnsOf(found),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return readFinding(database, projectId, id)
}

/** The finding that came before by the same way; `null`: it is new. */
export async function findFinding(
  database: ControlDatabase,
  projectId: string,
  { source, fingerprint }: Pick<FoundFinding, 'source' | 'fingerprint'>,
): Promise<Finding | null> {
  if (fingerprint === null) return null
  const row = await selectFindings(database)
    .where('findings.project_id', '=', projectId)
    .where('findings.source_kind', '=', source.kind)
    .where('findings.fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row === undefined ? null : toFinding(row)
}

/**
 * It was found again: what was found is as it is now; what people said of it (title, severity, status, owner) stays, but for
 * what they called fixed, which is open again.
 */
export async function renewFinding(
  database: ControlDatabase,
  { before, found, at }: { readonly before: Finding; readonly found: FoundFinding; readonly at: string },
): Promise<Finding> {
  const { title: _, severity: __, severity_rank: ___, ...columns } = columnsOf(found)
  await database
    .updateTable('findings')
    .set({
      ...columns,
      status: before.status === 'fixed' ? 'open' : before.status,
      changed_at: at,
      revision: before.revision + 1,
    })
    .where('id', '=', before.id)
    .execute()
  return written(database, before.projectId, before.id)
}

export interface FindingChange {
  readonly before: Finding
  readonly revision: number
  readonly at: string
  /** What is absent stays. */
  readonly values: {
    readonly [K in 'title' | 'severity' | 'status' | 'description']?: Finding[K] | undefined
  } & { readonly ownerId?: string | null | undefined }
}

/** Fails with ASSAY-9004 where somebody else changed it since. */
export async function updateFinding(
  database: ControlDatabase,
  { before, revision, at, values }: FindingChange,
): Promise<Result<Finding>> {
  const { title, severity, status, description, ownerId } = values
  const set: Updateable<AnnotationTables['findings']> = { changed_at: at, revision: revision + 1 }
  if (title !== undefined) set.title = title
  if (severity !== undefined) Object.assign(set, { severity, severity_rank: ranks[severity] })
  if (status !== undefined) set.status = status
  if (description !== undefined) set.description = description
  if (ownerId !== undefined) set.owner_id = ownerId
  const changed = await database
    .updateTable('findings')
    .set(set)
    .where('id', '=', before.id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows === 0n
    ? fail(createError('ASSAY-9004', { where: before.id }))
    : ok(await written(database, before.projectId, before.id))
}

const columnsOf = (found: FoundFinding) => ({
  title: toStorableText(found.title),
  kind: found.kind,
  severity: found.severity,
  severity_rank: ranks[found.severity],
  source_reference: toStorableText(found.source.reference),
  evaluation_id: found.evaluationId,
  description: toStorableText(found.description),
  evidence: toStorableJson(found.evidence),
  failed: found.attempts?.failed ?? null,
  tried: found.attempts?.tried ?? null,
})

const written = async (database: ControlDatabase, projectId: string, id: string): Promise<Finding> =>
  must(await readFinding(database, projectId, id), `finding ${id}`)

const selectFindings = (database: ControlDatabase) =>
  database
    .selectFrom('findings')
    .leftJoin('people', 'people.id', 'findings.owner_id')
    .selectAll('findings')
    .select('people.name as owner_name')

type FindingRow = Awaited<ReturnType<ReturnType<typeof selectFindings>['execute']>>[number]

const toFinding = (row: FindingRow): Finding =>
  findingSchema.parse({
    id: row.id,
    projectId: row.project_id,
    title: row.title,
    kind: row.kind,
    severity: row.severity,
    status: row.status,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name },
    source: { kind: row.source_kind, reference: row.source_reference },
    evaluationId: row.evaluation_id,
    description: row.description,
    evidence: row.evidence,
    attempts: row.failed === null || row.tried === null ? null : { failed: row.failed, tried: row.tried },
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    revision: row.revision,
  })
