import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModelReply } from '@assay/contracts'
import { createFakeClock } from '@assay/testkit'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { createCallCache } from './call-cache.ts'

const roots: string[] = []
let root = ''
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'assay-cache-')), 'calls')
  roots.push(root)
})
afterAll(async () => {
  for (const one of roots) await rm(one, { recursive: true, force: true })
})

const reply = (text: string): ModelReply => ({
  text,
  finishReason: 'stop',
  usage: { input: 1, output: 1 },
  returnedModel: 'm-1',
  latencyMs: 5,
})
const key = (n: number) => `${n}`.padStart(64, '0')

it('gives a reply back, to another process too', async () => {
  const clock = createFakeClock()
  await createCallCache(root, { clock }).set('abc', reply('x'))
  expect(await createCallCache(root, { clock }).get('abc')).toEqual(reply('x'))
  expect(await createCallCache(root, { clock }).get('other')).toBeNull()
})

it('takes a damaged file for a miss', async () => {
  const cache = createCallCache(root, { clock: createFakeClock() })
  await cache.set('abc', reply('x'))
  for (const text of ['', '{', '{"text":1}']) {
    await writeFile(join(root, 'ab', 'abc.json'), text)
    expect(await cache.get('abc')).toBeNull()
  }
})

it('stays within its size by dropping what was not used for longest', async () => {
  const clock = createFakeClock()
  const size = Buffer.byteLength(JSON.stringify(reply('x'.repeat(1000))))
  const cache = createCallCache(root, { clock, maxBytes: 10 * size })
  for (let n = 0; n < 10; n += 1) {
    await cache.set(key(n), reply('x'.repeat(1000)))
    await clock.advance(1000)
  }
  expect(await cache.get(key(0))).not.toBeNull()
  await clock.advance(1000)
  await cache.set(key(10), reply('x'.repeat(1000)))
  const kept = (await readdir(join(root, '00'))).map((name) => Number.parseInt(name, 10))
  expect(kept.sort((left, right) => left - right)).toEqual([0, 3, 4, 5, 6, 7, 8, 9, 10])
})

it('does not fail a run when it cannot be written', async () => {
  await writeFile(root, 'a file where the folder should be')
  const cache = createCallCache(root, { clock: createFakeClock() })
  await cache.set('abc', reply('x'))
  expect(await cache.get('abc')).toBeNull()
})
