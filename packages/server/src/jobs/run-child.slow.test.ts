import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runChild, type ChildLimits } from './run-child.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-child-'))
const run = (script: string, limits: Partial<ChildLimits> = {}, memoryMb = 500) =>
  runChild(
    {
      command: [process.execPath, '-e', script],
      folder,
      env: { PATH: process.env['PATH'] ?? '', ONLY: 'this' },
      memoryMb,
    },
    { signal: new AbortController().signal, graceMs: 500, ...limits },
  )

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('it sees its own environment alone, and what it says is kept', async () => {
  const end = await run(
    `console.log(Object.keys(process.env).sort().join()); console.error('last'); process.exit(4)`,
  )
  expect(end).toMatchObject({ code: 4, output: 'ONLY,PATH\n', errors: 'last\n', outgrown: false })
})

test('a stop lets it finish, and one that does not listen is ended with all it started', async () => {
  const kind = `process.on('SIGINT', () => setTimeout(() => process.exit(130), 100)); setInterval(() => {}, 1000)`
  expect(await run(kind, { signal: AbortSignal.timeout(400) })).toMatchObject({ code: 130 })
  const deaf = `process.on('SIGINT', () => {});
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    console.log(child.pid); setInterval(() => {}, 1000)`
  const end = await run(deaf, { signal: AbortSignal.timeout(800) })
  expect(end.code).toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(isAlive(Number(end.output))).toBe(false)
})

test('one that takes more memory than it may is ended', async () => {
  const end = await run(`const all = []; setInterval(() => all.push(Buffer.alloc(30e6, 1)), 50)`, {}, 300)
  expect(end).toMatchObject({ code: null, outgrown: true })
})

test('what cannot be started is thrown', async () => {
  const command = ['/nowhere/at-all'] as const
  const limits = { signal: new AbortController().signal, graceMs: 100 }
  await expect(runChild({ command: [...command], folder, env: {}, memoryMb: 100 }, limits)).rejects.toThrow(
    'ENOENT',
  )
})
