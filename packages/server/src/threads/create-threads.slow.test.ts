import { afterAll, expect, test } from 'vitest'
import { createThreads } from './create-threads.ts'

const script = new URL('./fixtures/test-worker.mjs', import.meta.url)
const limits = { most: 2, timeoutMs: 5_000, megabytes: 64, keep: true }
const kept = createThreads(script, limits)
afterAll(() => kept.close())

test('a thread is kept for the next work where that is wanted, and no longer where it is not', async () => {
  const [first, second] = [
    await kept.run({ do: 'echo', value: 'a' }),
    await kept.run({ do: 'echo', value: 'b' }),
  ]
  expect(first).toMatchObject({ end: 'done', value: { value: 'a' } })
  expect(second).toEqual({ end: 'done', value: { ...Object(Reflect.get(first, 'value')), value: 'b' } })
  const fresh = createThreads(script, { ...limits, keep: false })
  const ids = await Promise.all([fresh.run({ do: 'wait', ms: 0 }), fresh.run({ do: 'wait', ms: 0 })])
  expect(new Set(ids.map((each) => Reflect.get(each, 'value'))).size).toBe(2)
})

test('work without an end, or that takes all memory, is ended, and the next goes on', async () => {
  const quick = createThreads(script, { ...limits, most: 1, timeoutMs: 2_000 })
  expect(await quick.run({ do: 'loop' })).toEqual({ end: 'too long' })
  expect(await createThreads(script, { ...limits, timeoutMs: 60_000 }).run({ do: 'hoard' })).toEqual({
    end: 'too much memory',
  })
  expect(await kept.run({ do: 'echo', value: 1 })).toMatchObject({ end: 'done' })
  await quick.close()
})

test('a script that breaks is told as such, and takes no place of others', async () => {
  const alone = createThreads(script, { ...limits, most: 1 })
  await expect(alone.run({ do: 'throw' })).rejects.toThrow('broke')
  expect(await alone.run({ do: 'echo', value: 1 })).toMatchObject({ end: 'done' })
  await alone.close()
})

test('no more than the given number work at once, and too many are sent away', async () => {
  const alone = createThreads(script, { ...limits, most: 1, timeoutMs: 60_000 })
  const ends = await Promise.all(Array.from({ length: 105 }, () => alone.run({ do: 'wait', ms: 1 })))
  expect(ends.filter(({ end }) => end === 'busy')).toHaveLength(4)
  expect(new Set(ends.flatMap((each) => (each.end === 'done' ? [each.value] : []))).size).toBe(1)
  await alone.close()
})
