/** Everything: the fast checks, then the slow tests. Installs the browser the page tests need. Ends with `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface TestCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const isRoot = process.getuid?.() === 0

function runQuietly(command: string, args: readonly string[]): boolean {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return result.status === 0
}

function installBrowser(): void {
  if (existsSync('/usr/bin/chromium')) return
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    console.error('no /usr/bin/chromium, and no right to install it: the page tests will fail')
    return
  }
  console.error('installing chromium for the page tests …')
  runQuietly('apt-get', ['update', '-qq'])
  runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readCounts(file: string): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const count = (key: string): number => {
    const value: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, key) : 0
    return typeof value === 'number' ? value : 0
  }
  return {
    passed: count('numPassedTests'),
    failed:
      count('numFailedTests') + (count('numFailedTestSuites') > 0 && count('numFailedTests') === 0 ? 1 : 0),
    skipped: count('numPendingTests'),
  }
}

async function runTests(project: string, folder: string): Promise<TestCounts> {
  const file = join(folder, `${project}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    './tools/report-stalls.ts',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
  ]
  const code = await run('vitest', args)
  const counts = readCounts(file)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

installBrowser()
const folder = mkdtempSync(join(tmpdir(), 'assay-test-'))
const checks = await run('node', ['tools/check.ts', '--without-tests'])
const counts = [await runTests('fast', folder), await runTests('slow', folder)]
const total = (key: keyof TestCounts): number => counts.reduce((sum, each) => sum + each[key], 0)
const failed = total('failed') + (checks === 0 ? 0 : 1)
console.log(`${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`)
process.exitCode = failed === 0 ? 0 : 1
