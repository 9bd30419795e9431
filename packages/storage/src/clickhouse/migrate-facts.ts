import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createError, fail, ok, type Result } from '@assay/core'
import { readFacts, runStatement, type FactsDatabase } from './facts-database.ts'

export interface FactsMigration {
  readonly number: number
  readonly name: string
  readonly text: string
}

const folder = new URL('./migrations/', import.meta.url)

/** The numbered files, in their order. */
export async function readFactsMigrations(): Promise<readonly FactsMigration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => ({
      number: Number.parseInt(file, 10),
      name: file.replace(/\.sql$/, ''),
      text: await readFile(new URL(file, folder), 'utf8'),
    })),
  )
}

/**
 * Brings the facts up to the newest migration and says how many were applied. The engine knows no transaction over
 * statements: each is noted when it is done, and must do no harm when it is done twice. Fails with ASSAY-9012 where the
 * data is newer than this program, or an applied migration is not the one known here.
 */
export async function migrateFacts(
  facts: FactsDatabase,
  onProgress: (step: string) => void = () => {},
  known?: readonly FactsMigration[],
): Promise<Result<number>> {
  const migrations = known ?? (await readFactsMigrations())
  await runStatement(facts, notes)
  const done = await readFacts<Note>(facts, { text: 'select number, name, hash, step from fact_migrations' })
  const byNumber = new Map(migrations.map((each) => [each.number, each]))
  for (const { number, name, hash } of done)
    if (hashOf(byNumber.get(number)?.text ?? '') !== hash)
      return fail(createError('ASSAY-9012', { where: `facts, migration ${name}` }))
  const steps = new Set(done.map(({ number, step }) => `${number}/${step}`))
  let applied = 0
  for (const migration of migrations) {
    const open = statementsOf(migration.text)
      .map((statement, step) => ({ statement, step }))
      .filter(({ step }) => !steps.has(`${migration.number}/${step}`))
    if (open.length === 0) continue
    onProgress(`bringing the facts up to date: ${migration.name}`)
    for (const { statement, step } of open) await applyStep(facts, migration, { statement, step })
    applied += 1
  }
  return ok(applied)
}

interface Note {
  readonly number: number
  readonly name: string
  readonly hash: string
  readonly step: number
}

const notes = `create table if not exists fact_migrations (
  number UInt32, step UInt32, name String, hash String, at DateTime('UTC')
) engine = MergeTree order by (number, step) settings fsync_after_insert = 1, fsync_part_directory = 1`

async function applyStep(
  facts: FactsDatabase,
  { number, name, text }: FactsMigration,
  { statement, step }: { readonly statement: string; readonly step: number },
): Promise<void> {
  await runStatement(facts, statement)
  await runStatement(
    facts,
    `insert into fact_migrations settings async_insert = 0
      values (${number}, ${step}, '${name}', '${hashOf(text)}', now())`,
  )
}

/** They end with a semicolon at the end of a line. */
const statementsOf = (text: string): readonly string[] =>
  text.split(/;\s*$/m).filter((statement) => statement.replaceAll(/^\s*--.*$/gm, '').trim() !== '')

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
