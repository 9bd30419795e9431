import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AssayFailure } from '@assay/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJsonl, repairLastLine } from './jsonl-reader.ts'

let folder = ''
let path = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-jsonl-'))
  path = join(folder, 'rows.jsonl')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const parse = (value: unknown) =>
  typeof value === 'object' && value !== null && 'a' in value ? { row: value.a } : { problem: 'a is missing' }

const read = (half: number[] = []) =>
  Array.fromAsync(readJsonl({ path, parse, onHalfLine: (line) => half.push(line) }))

describe('reading JSON Lines', () => {
  it('gives back what was written, whatever the texts hold and however long they are', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ minLength: 1, maxLength: 9 }).map((part) => part.repeat(50_000)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        await writeFile(path, texts.map((a) => `${JSON.stringify({ a })}\n`).join(''))
        expect(await read()).toEqual(texts)
      }),
      { numRuns: 50 },
    )
  })

  it('reads a missing file as empty', async () => {
    expect(await Array.fromAsync(readJsonl({ path: join(folder, 'none'), parse }))).toEqual([])
  })

  it('names the line and what is wrong with it', async () => {
    await writeFile(path, '{"a":1}\n{"a":2\n{"a":3}\n')
    await expect(read()).rejects.toThrow(/ASSAY-6001.*rows\.jsonl, line 2/)
    await writeFile(path, '{"a":1}\n{"b":2}\n')
    await expect(read()).rejects.toThrow(/line 2: a is missing/)
    await writeFile(path, '{"a":1}\n\n{"a":2}\n')
    await expect(read()).rejects.toThrow(AssayFailure)
  })
})

describe('a half-written last line', () => {
  it('is left out when reading, and cut off by the repair, at any byte', async () => {
    const whole = '{"a":"first"}\n{"a":"zweite Zeile: äöü 漢字"}\n'
    const bytes = Buffer.from(whole)
    const firstEnd = bytes.indexOf('\n') + 1
    for (let cut = firstEnd + 1; cut < bytes.length - 1; cut += 1) {
      await writeFile(path, bytes.subarray(0, cut))
      const half: number[] = []
      expect(await read(half)).toEqual(['first'])
      expect(half).toEqual([2])
      expect(await repairLastLine({ path, parse })).toContain('half written')
      expect(await readFile(path)).toEqual(bytes.subarray(0, firstEnd))
      expect(await repairLastLine({ path, parse })).toBeNull()
    }
  })

  it('is kept and ended when only its end is missing', async () => {
    await writeFile(path, '{"a":1}\n{"a":2}')
    expect(await read()).toEqual([1, 2])
    expect(await repairLastLine({ path, parse })).toBeNull()
    expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"a":2}\n')
  })

  it('is cut off when it is the only one, and when it is longer than a block', async () => {
    await writeFile(path, '{"a":')
    expect(await repairLastLine({ path, parse })).toContain('5 bytes')
    expect(await readFile(path, 'utf8')).toBe('')
    await writeFile(path, `{"a":1}\n{"a":"${'x'.repeat(700_000)}`)
    await repairLastLine({ path, parse })
    expect(await readFile(path, 'utf8')).toBe('{"a":1}\n')
  })
})
