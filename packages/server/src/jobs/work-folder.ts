import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestCase } from '@assay/contracts'

/** Where an evaluation is done: `<data>/work/<evaluation>`, a folder the command line works in. */
export interface WorkFolder {
  readonly path: string
  /** Writes the cases as a test set, one by one; gives how many there were. */
  writeCases(file: string, cases: AsyncIterable<TestCase>): Promise<number>
  writeConfiguration(configuration: Readonly<Record<string, unknown>>): Promise<void>
  /** Whether a run of this id lies here. */
  hasRun(runId: string): Promise<boolean>
  removeRun(runId: string): Promise<void>
  /** Bytes of the rows of units that ended: grows with every step that is done. */
  progressOf(runId: string): Promise<number>
  remove(): Promise<void>
}

export function openWorkFolder(root: string, evaluationId: string): WorkFolder {
  const path = join(root, evaluationId)
  const runs = join(path, '.assay', 'runs')
  const findRun = async (runId: string): Promise<string | null> => {
    for (const name of await readdir(runs).catch(() => [])) {
      const text = await readFile(join(runs, name, 'run.json'), 'utf8').catch(() => '{}')
      if (idOf(text) === runId) return join(runs, name)
    }
    return null
  }
  return {
    path,
    async writeCases(file, cases) {
      await mkdir(path, { recursive: true, mode: 0o700 })
      const handle = await open(join(path, file), 'w', 0o600)
      let count = 0
      try {
        for await (const testCase of cases) {
          await handle.write(`${JSON.stringify(testCase)}\n`)
          count += 1
        }
      } finally {
        await handle.close()
      }
      return count
    },
    async writeConfiguration(configuration) {
      await mkdir(path, { recursive: true, mode: 0o700 })
      // Every JSON text is YAML.
      await writeFile(join(path, 'assay.yaml'), JSON.stringify(configuration, null, 2), { mode: 0o600 })
    },
    hasRun: async (runId) => (await findRun(runId)) !== null,
    async removeRun(runId) {
      const folder = await findRun(runId)
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
    async progressOf(runId) {
      const folder = await findRun(runId)
      if (folder === null) return 0
      return (await stat(join(folder, 'units.jsonl')).catch(() => ({ size: 0 }))).size
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

function idOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined
  } catch {
    return undefined
  }
}

/** Names the data folder, once and for all: work that began under another one is fetched, not looked for here. */
export async function readHostId(root: string): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const file = join(root, 'host')
  await writeFile(file, randomUUID(), { flag: 'wx', mode: 0o600 }).catch(() => {})
  return readFile(file, 'utf8')
}

const keptMs = 7 * 86_400_000

/** Folders nobody went on with for a week; everything they hold is in the facts. */
export async function removeOldFolders(root: string, now: number): Promise<void> {
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory()) continue
    const { mtimeMs } = await stat(join(root, entry.name)).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > keptMs) await rm(join(root, entry.name), { recursive: true, force: true })
  }
}
