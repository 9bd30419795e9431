import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder = ''
let path = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-lock-'))
  path = join(folder, 'lock')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const now = Date.parse('2026-01-01T00:10:00Z')
const owner = (parts: object) =>
  JSON.stringify({ pid: 1, host: hostname(), started: null, at: '2026-01-01T00:00:00Z', ...parts })

it('lets one in, and the next when it is given back', async () => {
  const first = await lockFolder(path, now)
  const second = await lockFolder(path, now + 65_000)
  expect(second).toMatchObject({ ok: false, error: { code: 'ASSAY-6002' } })
  expect(second.ok ? '' : second.error.where).toContain(`process ${process.pid} on ${hostname()}, for 65 s`)
  if (first.ok) await first.value.release()
  const third = await lockFolder(path, now)
  expect(third.ok).toBe(true)
  if (third.ok) await third.value.release()
  expect(await readdir(folder), 'nothing is left lying about').toEqual([])
})

it('takes over from a process that is gone, and from an earlier owner of its number', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'close')
  for (const stale of [{ pid: child.pid }, { pid: process.pid }, { pid: 1, started: '1-not-this-one' }]) {
    await writeFile(path, owner(stale))
    const taken = await lockFolder(path, now)
    expect(taken.ok, JSON.stringify(stale)).toBe(true)
    expect(await readFile(path, 'utf8')).toContain(`"pid":${process.pid}`)
    if (taken.ok) await taken.value.release()
  }
})

it('respects a live process, another machine, and what it cannot read', async () => {
  await writeFile(path, owner({ pid: process.ppid }))
  const live = await lockFolder(path, now)
  expect(live.ok ? '' : live.error.where).toContain(`process ${process.ppid}`)
  expect(live.ok ? '' : live.error.where).toContain('10 min')
  await writeFile(path, owner({ host: 'elsewhere' }))
  const far = await lockFolder(path, now)
  expect(far.ok ? '' : far.error.fix).toContain(`delete ${path}`)
  await writeFile(path, '')
  expect(await lockFolder(path, now)).toMatchObject({ ok: false, error: { code: 'ASSAY-6002' } })
  await rm(path)
})

it('lets only one of many in at the same time', async () => {
  const locks = await Promise.all(Array.from({ length: 20 }, () => lockFolder(path, now)))
  const held = locks.filter((lock) => lock.ok)
  expect(held).toHaveLength(1)
  for (const lock of held) if (lock.ok) await lock.value.release()
})
