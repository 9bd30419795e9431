import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import type { AssayError } from '@assay/contracts'
import type { CommandContext, GlobalOptions, Output } from './command.ts'

/**
 * A smaller peak at little cost (20,000 cases: 150 to 135 MB): a young generation that does not grow, an old one collected
 * before it doubles; freed pages go back; no middle compiler, whose working memory stays. `--no-incremental-marking` must not
 * join them: a compiler's thread then waits for the main one to collect, and where that is leaving, both wait for ever.
 */
const memoryFlags = [
  '--semi-space-growth-factor=1',
  '--heap-growing-percent=30',
  '--no-memory-pool',
  '--no-maglev',
]
// A hub answers many at once: long collections at one stop would be felt.
if (process.argv[2] !== 'serve') for (const flag of memoryFlags) setFlagsFromString(flag)

/** The entry: reads the environment, runs one command, turns what it returns into an exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const { parseCommand } = await import('./parse-command.ts')
  const stop = listenForStop()
  const parsed = await parseCommand(argv, readVersion(), (text) => void process.stdout.write(text))
  if (!parsed.ok) return reportFailure(parsed.error, { json: argv.includes('--json'), verbose: false })
  if (parsed.value === null) return 0
  const { command, input, globals } = parsed.value
  await obeyHub()
  try {
    const result = await command.run(input, createContext(globals, stop, argv))
    return result.ok ? result.value : await reportFailure(result.error, globals)
  } catch (error) {
    const { AssayFailure } = await import('@assay/core')
    if (error instanceof AssayFailure) return reportFailure(error.error, globals)
    throw error
  }
}

/** Started by a hub's worker: bounded in what it reaches, and gone when the worker is. */
async function obeyHub(): Promise<void> {
  if (process.env['ASSAY_STOP_WITH_INPUT'] === '1') {
    process.stdin.on('end', () => process.exit(130))
    process.stdin.resume()
  }
  if (process.env['ASSAY_BLOCK_PRIVATE_ADDRESSES'] !== '1') return
  const { guardAddresses } = await import('./compose-guard.ts')
  await guardAddresses((name) => process.env[name])
}

function createContext(globals: GlobalOptions, signal: AbortSignal, argv: readonly string[]): CommandContext {
  const commandLine = [
    'assay',
    ...argv.map((word) =>
      /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`,
    ),
  ].join(' ')
  return {
    output: createOutput(globals),
    cwd: process.cwd(),
    env: (name) => process.env[name],
    globals,
    signal,
    commandLine,
  }
}

function createOutput(globals: GlobalOptions): Output {
  const isTerminal = process.stderr.isTTY && !globals.plain
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    isTerminal,
    columns: process.stderr.columns ?? 100,
    color: isTerminal && process.env['NO_COLOR'] === undefined,
  }
}

/** The first Ctrl-C asks the command to finish what is in flight; the second leaves at once. */
function listenForStop(): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
    process.stderr.write('\nfinishing what is in flight; once more to leave at once\n')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}

function readVersion(): string {
  const text: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof text === 'object' && text !== null ? String(Reflect.get(text, 'version')) : '0'
}

async function reportFailure(
  error: AssayError,
  globals: Pick<GlobalOptions, 'json' | 'verbose'>,
): Promise<number> {
  const [{ errorCatalogue }, { renderError }] = await Promise.all([
    import('@assay/contracts'),
    import('./render/terminal/render-error.ts'),
  ])
  if (globals.json) process.stdout.write(`${JSON.stringify({ error })}\n`)
  process.stderr.write(`${renderError(error, { verbose: globals.verbose })}\n`)
  return errorCatalogue[error.code].exitCode
}

/** A reader that left (`assay … | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** Ends also where the user's module left a timer or a connection open; what was written is handed on first. */
async function finish(code: number): Promise<never> {
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
  )
  process.exit(code)
}

try {
  await finish(await main(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(
    `This is a fault in Assay, not in your input. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  await finish(70)
}
