import { randomBytes } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import { migrateFacts } from '@assay/storage/clickhouse'
import { lockFolder, systemClock } from '@assay/storage/files'
import { migrateControl, readControlMigrations } from '@assay/storage/postgres'
import { endTurns } from './backup/in-turn.ts'
import { openControl, type ControlEngine } from './engines/open-control.ts'
import { openFacts } from './engines/open-facts.ts'
import { createEvaluationJobs } from './evaluations/create-evaluation-jobs.ts'
import { createHubEvents } from './hub-events.ts'
import type { Hub } from './hub.ts'
import { createIdentity } from './identity/create-identity.ts'
import { createJobKeys } from './identity/create-job-keys.ts'
import { createHubJobs, type StartedHubJobs } from './jobs/create-hub-jobs.ts'
import { startRetention } from './retention/start-retention.ts'
import { createSeal, readSealKey } from './seal-secrets.ts'
import type { HubSettings } from './settings.ts'

export interface OpenedHub {
  readonly hub: Hub
  readonly jobs: StartedHubJobs
  /** For people: "PGlite, chdb". */
  readonly engines: string
}

type Progress = (step: string) => void

/** Opens the databases, brings them up to date and puts the hub together. What was opened before a failure is closed. */
export async function openHub(settings: HubSettings, onProgress: Progress): Promise<Result<OpenedHub>> {
  const opened: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closeOne of opened.toReversed()) await closeOne()
  }
  try {
    const hub = await openParts(settings, onProgress, opened, close)
    if (!hub.ok) await close()
    return hub
  } catch (error) {
    await close()
    throw error
  }
}

async function openParts(
  settings: HubSettings,
  onProgress: Progress,
  opened: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Result<OpenedHub>> {
  const held = await holdFolder(settings.dataFolder)
  if (!held.ok) return held
  opened.push(held.value)
  const engine = await openControlEngine(settings, onProgress)
  if (!engine.ok) return engine
  opened.push(() => engine.value.close())
  const facts = await openFacts(settings.dataFolder, settings.clickhouseUrl)
  if (!facts.ok) return facts
  opened.push(() => facts.value.close())
  const migrated = await migrateFacts(facts.value, onProgress)
  if (!migrated.ok) return migrated
  const sealKey = await readSealKey(settings.dataFolder, settings.secretKey)
  const parts = { settings, clock: systemClock, random: strongRandom, seal: createSeal(sealKey) }
  const control = engine.value.database
  const events = createHubEvents()
  const identity = await createIdentity({ ...parts, control: engine.value, sealKey })
  const jobs = createHubJobs({
    ...parts,
    control,
    engine: engine.value.engine,
    keys: createJobKeys({ ...parts, control }),
    evaluations: createEvaluationJobs({ ...parts, control, facts: facts.value, events, jobs: () => jobs }),
  })
  opened.push(() => jobs.close())
  const endRetention = startRetention({ ...parts, control, facts: facts.value })
  opened.push(async () => {
    endRetention()
    await endTurns(facts.value)
  })
  const hub: Hub = { ...parts, control, facts: facts.value, identity, jobs, events, close }
  return ok({ hub, jobs, engines: describeEngines(settings) })
}

/** One hub a folder: neither PGlite nor chdb locks its own. Fails with ASSAY-9010. */
export async function holdFolder(folder: string): Promise<Result<() => Promise<void>>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const lock = await lockFolder(join(folder, 'lock'), systemClock.now())
  if (lock.ok) return ok(() => lock.value.release())
  const { where = folder } = lock.error
  return fail(lock.error.code === 'ASSAY-6002' ? createError('ASSAY-9010', { where }) : lock.error)
}

async function openControlEngine(
  settings: HubSettings,
  onProgress: Progress,
): Promise<Result<ControlEngine>> {
  const engine = await openControl(settings.dataFolder, settings.postgresUrl)
  if (!engine.ok) return engine
  const migrated = await migrateControl(engine.value.database, await readControlMigrations(), (name) =>
    onProgress(`bringing the tables up to date: ${name}`),
  )
  if (migrated.ok) return engine
  await engine.value.close()
  return migrated
}

const describeEngines = ({ postgresUrl, clickhouseUrl }: HubSettings): string =>
  `${postgresUrl === null ? 'PGlite' : 'PostgreSQL'}, ${clickhouseUrl === null ? 'chdb' : 'ClickHouse'}`

/** 48 bits, as many as a double holds without a bias that matters. */
const strongRandom = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48
