// Plain JavaScript: a published package has no sources to strip, and a hub needs no build tool to start.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, 'dist')

/** What the pages are made from. */
const sources = [
  join(here, 'src'),
  join(here, 'public'),
  join(here, 'index.html'),
  join(here, 'vite.config.ts'),
  join(here, '../contracts/src'),
  join(here, '../core/src/wording'),
  join(here, '../core/src/json-diff'),
  join(here, '../sdk/src'),
]

/** @param {(message: string) => void} [onProgress] */
export async function pagesFolder(onProgress = () => {}) {
  if (!existsSync(join(here, 'src'))) return dist
  const built = await changedAt(join(dist, 'index.html'))
  const changed = Math.max(...(await Promise.all(sources.map(changedAt))))
  if (built > changed) return dist
  onProgress('building the pages')
  await buildPages()
  return dist
}

/** Newest change at or below a path, in milliseconds; tests do not count. 0: it is not there. */
async function changedAt(path) {
  const found = await stat(path).catch(() => null)
  if (found === null || path.endsWith('.test.ts')) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path)
  return Math.max(0, ...(await Promise.all(entries.map((entry) => changedAt(join(path, entry))))))
}

/** Builds beside the old pages and swaps: two hubs that start at once do not see half a folder. */
async function buildPages() {
  const fresh = join(here, `dist.${process.pid}`)
  const old = `${fresh}.old`
  try {
    await runVite(fresh)
    await rename(dist, old).catch(() => undefined)
    await rename(fresh, dist)
  } finally {
    await rm(old, { recursive: true, force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}

/** In a process of its own, whose memory goes back. */
function runVite(outDir) {
  const manifest = createRequire(import.meta.url).resolve('vite/package.json')
  const vite = join(dirname(manifest), 'bin/vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vite, 'build', here, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
      { cwd: here, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`The pages could not be built:\n${output}`)),
    )
  })
}
