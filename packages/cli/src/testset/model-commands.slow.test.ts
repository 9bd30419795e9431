import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  buildServiceKnowledgeBase,
  readFacts,
  startScriptedServer,
  type ScriptedServer,
} from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-model-'))
let server: ScriptedServer

/** Not spawnSync: the server answers in this process. */
function assay(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly error: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder })
    let [out, error] = ['', '']
    child.stdout.on('data', (part) => (out += String(part)))
    child.stderr.on('data', (part) => (error += String(part)))
    child.on('close', (code) => resolve({ code, out, error }))
  })
}

beforeAll(async () => {
  server = await startScriptedServer(({ messages, schemaName }) => {
    const text = messages.map(({ content }) => content).join('\n')
    if (schemaName === 'name-topic') return { json: { name: `Services ${server.requests.length}` } }
    return { json: readFacts({ task: schemaName ?? '', text }) }
  })
  mkdirSync(join(folder, 'docs'))
  const chunks = Map.groupBy(buildServiceKnowledgeBase(6, 4).chunks, ({ source }) =>
    source.replaceAll('/', '-'),
  )
  for (const [file, members] of chunks) {
    const sections = members.map(({ titlePath, text }) =>
      text.startsWith('#') ? text : `## ${titlePath.at(-1) ?? ''}\n\n${text}`,
    )
    writeFileSync(join(folder, 'docs', file), `${sections.join('\n\n')}\n`)
  }
  expect(await assay('kb', 'add', 'docs')).toMatchObject({ code: 0 })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('a model names the topics, one call each, and a given name is left alone', async () => {
  const [id = ''] = /t-[0-9a-f]{8}/.exec((await assay('kb', 'topics')).out) ?? []
  expect(await assay('kb', 'topics', '--rename', `${id}=Mine`)).toMatchObject({ code: 0 })
  const before = server.requests.length
  const named = await assay('kb', 'topics', '--model', `${server.url}#m`, '--json')
  const map = JSON.parse(named.out) as { topics: readonly { name: string; namedBy: string }[] }
  expect(map.topics.map(({ namedBy }) => namedBy).toSorted()).toEqual([
    ...map.topics.slice(1).map(() => 'model'),
    'person',
  ])
  expect(map.topics.some(({ name }) => name === 'Mine')).toBe(true)
  expect(server.requests.length - before).toBe(map.topics.length - 1)
})

test('a generation that the budget stopped keeps what it made and goes on by the printed command', async () => {
  const generate = (...more: readonly string[]) =>
    assay(
      'testset',
      'generate',
      '--model',
      `${server.url}#m`,
      '--questions',
      '12',
      '--types',
      'simple,out-of-scope',
      '--concurrency',
      '1',
      ...more,
    )
  const stopped = await generate('--max-calls', '5')
  expect(stopped.code).toBe(4)
  expect(stopped.error).toContain('ASSAY-6005')
  const asked = server.requests.length
  const name = /--name\s+(\S+)/.exec(stopped.error)?.[1] ?? ''
  const done = await generate('--name', name)
  expect(done).toMatchObject({ code: 0 })
  expect(done.out).toMatch(/12 questions in testset\.jsonl/)
  expect(done.out).toMatch(/each question [\d.]+ calls/)
  expect(server.requests.length).toBeGreaterThan(asked)
  expect(readFileSync(join(folder, 'testset.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(12)
  const after = server.requests.length
  expect(await generate('--name', name)).toMatchObject({ code: 0 })
  expect(server.requests.length).toBe(after)
})
