import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createJsonlWriter } from './jsonl-writer.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-writer-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('has handed a row to the operating system when it says so', async () => {
  const path = join(folder, 'one.jsonl')
  const writer = createJsonlWriter(path)
  await writer.append({ n: 1 })
  expect(await readFile(path, 'utf8')).toBe('{"n":1}\n')
  await writer.close()
})

it('keeps the order of rows that are appended side by side', async () => {
  const path = join(folder, 'many.jsonl')
  const writer = createJsonlWriter(path)
  const numbers = Array.from({ length: 5000 }, (_, n) => n)
  await Promise.all(
    numbers.map(async (n) => {
      if (n % 7 === 0) await Promise.resolve()
      await writer.append({ n })
    }),
  )
  await writer.close()
  const read = (await readFile(path, 'utf8')).trimEnd().split('\n')
  const late = numbers.filter((n) => n % 7 === 0)
  const early = numbers.filter((n) => n % 7 !== 0)
  expect(read).toEqual([...early, ...late].map((n) => JSON.stringify({ n })))
})

it('writes what is waiting before it closes, and appends to what is there', async () => {
  const path = join(folder, 'close.jsonl')
  for (const n of [1, 2]) {
    const writer = createJsonlWriter(path)
    void writer.append({ n })
    await writer.close()
  }
  expect(await readFile(path, 'utf8')).toBe('{"n":1}\n{"n":2}\n')
})

it('makes no file without a row', async () => {
  const path = join(folder, 'none.jsonl')
  await createJsonlWriter(path).close()
  await expect(stat(path)).rejects.toThrow('ENOENT')
})

it('says that a row could not be written, and takes none after it', async () => {
  const path = join(folder, 'a-folder.jsonl')
  await mkdir(path)
  const writer = createJsonlWriter(path)
  await expect(writer.append({ n: 1 })).rejects.toThrow(/ASSAY-1007.*a-folder\.jsonl: it is a folder/)
  await expect(writer.append({ n: 2 })).rejects.toThrow('ASSAY-1007')
  await writer.close()
})
