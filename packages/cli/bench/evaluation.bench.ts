/**
 * The evaluation through the command line: 20,000 cases with three deterministic checks against an in-process target, and
 * 1,000 cases against an HTTP target of 200 ms at 20 at once. Prints figures beside the floors. Usage: npm run bench
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestCase } from '@assay/contracts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

interface Measured {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly code: number
  /** Standard error: progress among it. */
  readonly said: string
}

const buildCase = (index: number): TestCase => ({
  id: `case-${index}`,
  question: `What is the default of option ${index}?`,
  history: [],
  referenceAnswer: `${index} s`,
  referenceClaims: [
    {
      text: `The default of option ${index} is ${index} s.`,
      evidence: [],
      key: {
        kind: 'number',
        value: `${index} s`,
        unit: 's',
        aliases: [],
        knownWrong: [],
        subject: `option ${index}`,
        attribute: 'default',
      },
    },
  ],
  referenceContexts: [],
  type: 'simple',
  level: 'easy',
  topic: null,
  language: 'en',
  clusterKey: `fact-${index}`,
  tags: [],
  provenance: { generator: 'bench' },
  validity: {},
  status: 'active',
})

function prepare(cases: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'))
  const lines = Array.from({ length: cases }, (_, index) => JSON.stringify(buildCase(index)))
  writeFileSync(join(folder, 'testset.jsonl'), `${lines.join('\n')}\n`)
  writeFileSync(
    join(folder, 'assistant.mjs'),
    `export const answer = async ({ question }) => ({ text: \`The default is \${/\\d+/.exec(question)[0]} s.\`, documents: [] })\n`,
  )
  mkdirSync(join(folder, '.assay'), { recursive: true })
  return folder
}

const threeChecks = `judge: none
checks:
  - check: contains
    parameters: { phrases: default }
  - check: regex
    parameters: { pattern: '\\d+ s' }
  - check: word-count
    parameters: { max: 20 }
`

function runCli(args: readonly string[], cwd: string): Promise<Measured> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn('/usr/bin/env', ['time', '-f', 'PEAK %M', process.execPath, main, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('close', (code) => {
      const peak = Number(/PEAK (\d+)/.exec(errors)?.[1] ?? Number.NaN) / 1024
      if (code !== 0) console.log(errors)
      resolve({
        seconds: (performance.now() - started) / 1000,
        peakMegabytes: peak,
        code: code ?? 1,
        said: errors,
      })
    })
  })
}

const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)

async function benchInProcess(): Promise<void> {
  const cases = 20_000
  const folder = prepare(cases)
  writeFileSync(join(folder, 'assay.yaml'), threeChecks)
  const { seconds, peakMegabytes, said } = await runCli(
    ['eval', 'run', '--target', 'module:./assistant.mjs', '--name', 'bench', '--plain'],
    folder,
  )
  const run = join(folder, '.assay/runs/bench')
  const texts = statSync(join(run, 'cases.jsonl')).size + statSync(join(run, 'report.html')).size
  const bytes = (folderBytes(run) - texts) / cases
  console.log(
    `in process    ${/\S+\/s/.exec(said)?.[0]} evaluating, ${Math.round(cases / seconds)}/s with start, report and summary; peak ${peakMegabytes.toFixed(0)} MB; ${bytes.toFixed(0)} bytes a case beyond the texts`,
  )
  console.log('floor         5,000 cases/s, 150 MB, 1,000 bytes (peer: 216 cases/s, 1,623 MB, 7,300 bytes)')
  rmSync(folder, { recursive: true })
}

async function benchHttp(): Promise<void> {
  const cases = 1_000
  const folder = prepare(cases)
  const server = createServer((request, response) => {
    request.resume()
    setTimeout(() => response.setHeader('content-type', 'application/json').end('{"answer":"12 s"}'), 200)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const start = await runCli(
    [
      'eval',
      'run',
      '--target',
      `http://127.0.0.1:${port}/`,
      '--limit',
      '20',
      '--concurrency',
      '20',
      '--name',
      'warm',
    ],
    folder,
  )
  const { seconds, said } = await runCli(
    ['eval', 'run', '--target', `http://127.0.0.1:${port}/`, '--concurrency', '20', '--name', 'http'],
    folder,
  )
  console.log(
    `http 200 ms   1,000 cases at 20 at once: ${/[\d.]+ s/.exec(said)?.[0]} evaluating, ${seconds.toFixed(2)} s whole, of it ${(start.seconds - 0.2).toFixed(2)} s start and report (ideal 10 s + start; peer 20.4 s)`,
  )
  server.close()
  rmSync(folder, { recursive: true })
}

await benchInProcess()
await benchHttp()
