import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface StartedHub {
  readonly url: string
  readonly setupUrl: string
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url))

/** A hub of its own process and folder, as a user starts one. It may call this machine. */
export async function startHub(): Promise<StartedHub> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-e2e-'))
  const flags = ['--json', '--port', '0', '--data', join(folder, 'hub'), '--allow-address', '127.0.0.1']
  const child = spawn(process.execPath, [main, 'serve', ...flags], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = await new Promise<{ url: string; setupUrl: string }>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const line = output.split('\n').find((each) => each.startsWith('{"url":'))
      if (line !== undefined) resolve(JSON.parse(line))
    })
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    void ended.then(() => reject(new Error(`The hub ended:\n${output}`)))
  })
  return {
    ...ready,
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
