import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTarget } from './create-target.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'assay-target-'))
})
afterEach(() => rm(folder, { recursive: true }))

const request = { question: 'Why?', history: [], threadId: 't', caseId: 'c1', repeat: 0 }
const signal = new AbortController().signal
const deps = () => ({ name: 'app', env: () => undefined, folder })

describe('a module target', () => {
  const open = async (code: string, name = 'answer') => {
    const file = `${crypto.randomUUID()}.mjs`
    await writeFile(path.join(folder, file), code)
    return createTarget({ kind: 'module', module: file, function: name }, deps())
  }
  const ask = async (code: string, given = signal) => {
    const target = await open(code)
    return target.ok ? target.value.ask(request, { signal: given }) : target
  }

  it('passes the request and reads the answer', async () => {
    const result = await ask(
      'export const answer = async ({ question, threadId }) => ({ text: question + threadId, documents: ["d"] })',
    )
    expect(result).toMatchObject({ value: { text: 'Why?t', documents: [{ text: 'd' }] } })
  })

  it('carries the trace of what it throws', async () => {
    const result = await ask('export function answer() { throw new TypeError("no index") }')
    expect(result).toMatchObject({ error: { code: 'ASSAY-4003' } })
    expect(result.ok ? '' : result.error.detail).toMatch(/TypeError: no index[\s\S]+\.mjs:1/)
  })

  it('names the path of an answer that cannot be read', async () => {
    const result = await ask('export const answer = () => ({ text: 3 })')
    expect(result).toMatchObject({
      error: { code: 'ASSAY-4004', where: expect.stringContaining(': text: ') },
    })
  })

  it('is given up when it does not listen to the signal', async () => {
    const result = await ask('export const answer = () => new Promise(() => {})', AbortSignal.timeout(40))
    expect(result).toMatchObject({ error: { code: 'ASSAY-4002' } })
  })

  it('is not set up without its file, its function, or with a syntax error', async () => {
    const missing = await createTarget({ kind: 'module', module: 'none.mjs', function: 'answer' }, deps())
    const results = [missing, await open('export const other = 1'), await open('export const = ')]
    expect(results.map((result) => (result.ok ? '' : result.error.code))).toEqual(Array(3).fill('ASSAY-4006'))
  })
})

describe('recorded answers', () => {
  const open = async (lines: readonly string[]) => {
    await writeFile(path.join(folder, 'answers.jsonl'), lines.join('\n'))
    return createTarget({ kind: 'recorded', file: 'answers.jsonl' }, deps())
  }
  const ask = async (lines: readonly string[], asked = request) => {
    const target = await open(lines)
    return target.ok ? target.value.ask(asked, { signal }) : target
  }

  it('are found by id before question', async () => {
    const lines = [
      '{"question":"Why?","answer":"by question"}',
      '{"id":"c1","answer":"by id","documents":["d"]}',
    ]
    expect(await ask(lines)).toMatchObject({ value: { text: 'by id', documents: [{ text: 'd' }] } })
    expect(await ask(lines, { ...request, caseId: 'c2', question: ' Why?\n' })).toMatchObject({
      value: { text: 'by question' },
    })
  })

  it('answer a repeat only by a row of its own', async () => {
    const lines = ['{"id":"c1","answer":"a"}', '{"id":"c1","answer":"b"}']
    expect(await ask(lines, { ...request, repeat: 1 })).toMatchObject({ value: { text: 'b' } })
    expect(await ask(lines, { ...request, repeat: 2 })).toMatchObject({ error: { code: 'ASSAY-4007' } })
  })

  it('keep a latency that was recorded', async () => {
    expect(await ask(['{"id":"c1","answer":"a","latencyMs":812}'])).toMatchObject({
      value: { latencyMs: 812 },
    })
  })

  it.each(['{"id":', '{"answer":"x"}', '{"id":"c1","answer":7}'])(
    'name the line %s that cannot be read',
    async (line) => {
      const target = await open(['{"id":"a","answer":"x"}', '', line])
      expect(target).toMatchObject({
        error: { code: 'ASSAY-4006', where: expect.stringContaining('line 3') },
      })
    },
  )

  it('name the file that is not there', async () => {
    const target = await createTarget({ kind: 'recorded', file: 'none.jsonl' }, deps())
    expect(target).toMatchObject({ error: { code: 'ASSAY-1006' } })
  })
})
