import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand, type CommandOptions } from '@assay/testkit'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const demo = fileURLToPath(new URL('../../../examples/demo-assistant', import.meta.url))
const blockNetwork = pathToFileURL(
  fileURLToPath(new URL('../../testkit/src/block-network.ts', import.meta.url)),
).href

/** A folder with the demo's documents and its assistant, slowed down where a test needs time to interfere. */
function prepare(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'))
  cpSync(join(demo, 'docs'), join(folder, 'docs'), { recursive: true })
  writeFileSync(
    join(folder, 'slow.mjs'),
    `import { appendFileSync } from 'node:fs'
import { answer as ask } from ${JSON.stringify(pathToFileURL(join(demo, 'assistant-v1.ts')).href)}
export async function answer(input) {
  appendFileSync(new URL('asked.log', import.meta.url), input.question + '\\n')
  await new Promise((resolve) => setTimeout(resolve, 100))
  return ask(input)
}
`,
  )
  return folder
}

/** Nothing but loopback can be reached by the command. */
const assay = (cwd: string, args: readonly string[], options: Partial<CommandOptions> = {}) =>
  runCommand(process.execPath, ['--import', blockNetwork, main, ...args], { cwd, ...options })

const target = `module:${join(demo, 'assistant-v1.ts')}`

describe('the main job, without network or key', () => {
  const folder = prepare()

  beforeAll(async () => {
    expect(await assay(folder, ['kb', 'add', 'docs'])).toMatchObject({ code: 0 })
    expect(await assay(folder, ['testset', 'generate', '--questions', '40'])).toMatchObject({ code: 0 })
  })

  it('evaluates a module, writes a report that asks nothing of anyone, and fails its gate with exit code 1', async () => {
    const run = await assay(folder, [
      'eval',
      'run',
      '--target',
      target,
      '--name',
      'first',
      '--fail-if',
      'correctness < 0.99',
    ])
    expect(run).toMatchObject({ code: 1 })
    expect(run.stdout).toMatch(/judged\s+correct,\s+\d+ %/)
    const page = readFileSync(join(folder, '.assay/runs/first/report.html'), 'utf8')
    expect(page).toMatch(/default-src (?:'|&#39;)none/)
    expect(page).not.toMatch(/(?:src|href)="https?:/)
  })

  it('gives the same facts to programs: JSON alone on standard output', async () => {
    const shown = await assay(folder, ['eval', 'show', 'first', '--json'])
    expect(JSON.parse(shown.stdout)).toMatchObject({
      schemaVersion: 1,
      run: { name: 'first' },
      counts: { errors: 0 },
    })
  })

  it('judges stored answers again without asking the target, and finds no difference', async () => {
    expect(
      await assay(folder, ['eval', 'score', 'first', '--name', 'again', '--fail-if', 'correctness < 0.01']),
    ).toMatchObject({ code: 0 })
    const compared = await assay(folder, ['eval', 'compare', 'first', 'again', '--fail-if', 'regression'])
    expect(compared).toMatchObject({ code: 0 })
    expect(compared.stdout).toMatch(/no meaningful difference|not enough cases to tell/)
  })

  it.each(['html', 'json', 'csv', 'markdown', 'junit', 'raget'])('reports as %s', async (format) => {
    const out = join(folder, `out-${format}`)
    expect(await assay(folder, ['report', 'first', '--format', format, '--out', out])).toMatchObject({
      code: 0,
    })
    expect(existsSync(out)).toBe(true)
  })

  it('lists failures by group, and says of a second sync that nothing changed', async () => {
    expect((await assay(folder, ['eval', 'failures', 'first'])).stdout).toMatch(/\d+ cases? \(\d+ %\)/)
    expect((await assay(folder, ['kb', 'sync'])).stdout).toContain('nothing changed')
  })

  it('says which questions went stale when a document changes', async () => {
    const copy = prepare()
    cpSync(join(folder, '.assay'), join(copy, '.assay'), { recursive: true })
    cpSync(join(folder, 'testset.jsonl'), join(copy, 'testset.jsonl'))
    writeFileSync(
      join(copy, 'assay.yaml'),
      'knowledgeBase:\n  sources: [docs]\ntestSet:\n  file: testset.jsonl\n',
    )
    const plans = join(copy, 'docs/plans.md')
    writeFileSync(plans, readFileSync(plans, 'utf8').replaceAll('EUR', 'USD'))
    const synced = await assay(copy, ['kb', 'sync'])
    expect(synced.stdout).toContain('1 changed')
    expect(synced.stdout).toMatch(/questions (went stale|still stand)/)
  })
})

describe('a run that is stopped', () => {
  it('goes on after SIGKILL and asks nothing again that was written', async () => {
    const folder = prepare()
    await assay(folder, ['kb', 'add', 'docs'])
    await assay(folder, ['testset', 'generate', '--questions', '40'])
    const killed = await assay(
      folder,
      ['eval', 'run', '--target', 'module:./slow.mjs', '--name', 'stopped', '--concurrency', '2'],
      {
        kill: { afterMs: 2500, signal: 'SIGKILL' },
      },
    )
    expect(killed.code).toBeNull()
    const rows =
      readFileSync(join(folder, '.assay/runs/stopped/attempts.jsonl'), 'utf8').split('\n').length - 1
    const resumed = await assay(folder, ['eval', 'resume', 'stopped', '--fail-if', 'correctness < 0.01'])
    expect(resumed).toMatchObject({ code: 0 })
    const cases = readFileSync(join(folder, 'testset.jsonl'), 'utf8').trim().split('\n').length
    const asked = readFileSync(join(folder, 'asked.log'), 'utf8').trim().split('\n').length
    expect(rows).toBeLessThan(cases)
    expect(asked).toBeLessThanOrEqual(cases + 2)
  })

  it('finishes what is in flight at Ctrl-C and prints the command that goes on', async () => {
    const folder = prepare()
    await assay(folder, ['kb', 'add', 'docs'])
    await assay(folder, ['testset', 'generate', '--questions', '40'])
    const stopped = await assay(
      folder,
      ['eval', 'run', '--target', 'module:./slow.mjs', '--name', 'stopped', '--concurrency', '1'],
      {
        kill: { afterMs: 2500, signal: 'SIGINT' },
      },
    )
    expect(stopped.code).toBe(130)
    expect(stopped.stderr).toContain('assay eval resume stopped')
  })
})

describe('a run that stops when the answer is clear', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-clear-'))
  const rows = Array.from({ length: 300 }, (_, index) => ({
    id: `case-${index}`,
    question: `What is option ${index}?`,
    answer: index % 50 === 0 ? 'It is 1 h.' : `It is ${index} s.`,
  }))
  writeFileSync(join(folder, 'answers.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  writeFileSync(
    join(folder, 'testset.jsonl'),
    rows
      .map(
        ({ id, question }, index) =>
          `${JSON.stringify({ id, question, history: [], referenceAnswer: `${index} s`, referenceClaims: [], referenceContexts: [], type: 'simple', level: 'easy', topic: null, language: 'en', clusterKey: id, tags: [], provenance: { generator: 'person' }, validity: {}, status: 'active', checks: [{ check: 'contains', parameters: { phrases: `${index} s` } }] })}\n`,
      )
      .join(''),
  )
  const run = ['eval', 'run', '--target', 'recorded:answers.jsonl', '--judge', 'none', '--stop-when-clear']

  it('asks a part, says so, and asks nothing more when it is taken up again', async () => {
    const clear = await assay(folder, [...run, '--name', 'clear', '--fail-if', 'passing < 0.8'])
    expect(clear).toMatchObject({ code: 0 })
    const [, asked = ''] = /stopped after (\d+) of 300: the answer is clear/.exec(clear.stdout) ?? []
    expect(Number(asked)).toBeGreaterThan(10)
    expect(Number(asked)).toBeLessThan(150)
    await assay(folder, ['eval', 'resume', 'clear'])
    const attempts = readFileSync(join(folder, '.assay/runs/clear/attempts.jsonl'), 'utf8')
    expect(attempts.trimEnd().split('\n')).toHaveLength(Number(asked))
  })

  it('fails its gate as early', async () => {
    const clear = await assay(folder, [...run, '--name', 'bad', '--fail-if', 'passing >= 0.5'])
    expect(clear).toMatchObject({ code: 1, stdout: expect.stringContaining('the answer is clear') })
  })

  it('needs a gate that can become clear', async () => {
    expect(await assay(folder, run)).toMatchObject({ code: 2, stderr: expect.stringContaining('--fail-if') })
    const repeated = [...run, '--repeat', '2', '--fail-if', 'passing < 0.8']
    expect(await assay(folder, repeated)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--repeat'),
    })
  })
})

describe('a matrix', () => {
  it('crosses settings, measures repeats, and goes on by its name without asking again', async () => {
    const folder = prepare()
    await assay(folder, ['kb', 'add', 'docs'])
    await assay(folder, ['testset', 'generate', '--questions', '16', '--types', 'simple'])
    writeFileSync(
      join(folder, 'bot.mjs'),
      `import { appendFileSync } from 'node:fs'
import { answer as ask } from ${JSON.stringify(pathToFileURL(join(demo, 'assistant-v1.ts')).href)}
export async function answer(input) {
  appendFileSync(new URL('asked.log', import.meta.url), '.')
  return input.parameters.mood === 'off' ? { text: input.prompt + input.repeat } : ask(input)
}
`,
    )
    writeFileSync(join(folder, 'short.txt'), 'Be brief')
    const args = [
      'eval',
      'matrix',
      '--target',
      'module:./bot.mjs',
      '--prompt',
      'short.txt',
      '--set',
      'mood=on,off',
      '--repeat',
      '2',
    ]
    const done = await assay(folder, args)
    expect(done).toMatchObject({ code: 0 })
    expect(done.stdout).toMatch(/mood off against mood on: worse by/)
    const again = await assay(folder, [...args, '--name', 'matrix-1', '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({
      rows: [
        { setting: 'mood on', repeatability: { distinctAnswers: 1 } },
        { setting: 'mood off', repeatability: { distinctAnswers: 2 } },
      ],
    })
    expect(readFileSync(join(folder, 'asked.log'), 'utf8')).toHaveLength(64)
  })
})

describe('batch calls', () => {
  it('stops with exit code 5 while answers are pending and goes on when they are there', async () => {
    const folder = prepare()
    await assay(folder, ['kb', 'add', 'docs'])
    await assay(folder, ['testset', 'generate', '--questions', '4', '--types', 'simple'])
    const args = [
      'eval',
      'run',
      '--target',
      target,
      '--name',
      'batch',
      '--judge',
      'openai:gpt-5-mini',
      '--batch',
      'batch',
    ]
    const pending = await assay(folder, args)
    expect(pending).toMatchObject({ code: 5 })
    const [requests = ''] = readdirSync(join(folder, 'batch'))
    const lines = readFileSync(join(folder, 'batch', requests), 'utf8')
      .trim()
      .split('\n')
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      const { custom_id: id }: { custom_id: string } = JSON.parse(line)
      const content = 'this is no JSON'
      const body = {
        model: 'gpt-5-mini',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
        usage: { prompt_tokens: 1, completion_tokens: 1 },
      }
      appendFileSync(
        join(folder, 'batch/answers.jsonl'),
        `${JSON.stringify({ custom_id: id, response: { status_code: 200, body } })}\n`,
      )
    }
    const asksAgain = await assay(folder, ['eval', 'resume', 'batch'])
    expect(asksAgain).toMatchObject({ code: 5 })
  })
})

describe('what goes wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'))
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'broken.jsonl'), '{"id":"a"\n')
  writeFileSync(join(folder, 'bad.yaml'), 'knowlegeBase: {}\n')
  writeFileSync(
    join(folder, 'one.jsonl'),
    `${JSON.stringify({ id: 'a', question: 'What is it?', history: [], referenceAnswer: '5 s', referenceClaims: [], referenceContexts: [], type: 'simple', level: 'easy', topic: null, language: 'en', clusterKey: 'a', tags: [], provenance: { generator: 'person' }, validity: {}, status: 'active' })}\n`,
  )

  it.each<readonly [code: number, error: string, args: readonly string[]]>([
    [2, 'ASSAY-1001', ['evaluate']],
    [2, 'ASSAY-1001', ['eval', 'run', '--repeat', 'many']],
    [2, 'ASSAY-2002', ['kb', 'add', 'nowhere']],
    [2, 'ASSAY-2002', ['kb', 'add', 'empty']],
    [2, 'ASSAY-3001', ['eval', 'run', '--testset', 'none.jsonl', '--target', target]],
    [2, 'ASSAY-3002', ['eval', 'run', '--testset', 'broken.jsonl', '--target', target]],
    [2, 'ASSAY-4006', ['eval', 'run', '--testset', 'one.jsonl', '--target', 'nobody']],
    [2, 'ASSAY-1004', ['kb', 'list', '--config', 'bad.yaml']],
    [2, 'ASSAY-1003', ['kb', 'list', '--config', 'none.yaml']],
    [2, 'ASSAY-6003', ['eval', 'show', 'nothing']],
    [
      2,
      'ASSAY-7001',
      [
        'eval',
        'run',
        '--testset',
        'one.jsonl',
        '--target',
        target,
        '--name',
        'gate',
        '--fail-if',
        'corectness < 1',
      ],
    ],
    [
      2,
      'ASSAY-5012',
      ['eval', 'run', '--testset', 'one.jsonl', '--target', target, '--judge', 'nobody:model'],
    ],
    [
      2,
      'ASSAY-1005',
      ['eval', 'run', '--testset', 'one.jsonl', '--target', target, '--judge', 'openai:gpt-5-mini'],
    ],
  ])('ends with %i and %s: assay %j', async (code, error, args) => {
    const outcome = await assay(folder, args, { env: { OPENAI_API_KEY: '' } })
    expect(outcome.stderr).toContain(error)
    expect(outcome.code).toBe(code)
    expect(outcome.stderr).toContain('fix')
  })

  const run = ['eval', 'run', '--testset', 'one.jsonl', '--target', target]

  it.each<readonly [what: string, args: readonly string[], said: string]>([
    ['no case is left', [...run, '--types', 'nosuch'], 'types: simple'],
    ['the baseline is not there', [...run, '--name', 'n', '--baseline', 'nope'], 'nope'],
    ['a typed gate has no baseline', [...run, '--fail-if', 'regression'], 'add --baseline RUN'],
    ['a flaky case could not show', [...run, '--quarantine-flaky'], '--repeat 3'],
    ['a check needs an embedder', [...run, '--config', 'near.yaml'], 'knowledgeBase.embedder'],
    ['a dry run has a gate on no check', [...run, '--dry-run', '--fail-if', 'check(x) < 1'], 'No check'],
  ])('asks nothing where %s', async (_, args, said) => {
    writeFileSync(join(folder, 'near.yaml'), 'checks: [{ check: embedding-similarity }]\n')
    const outcome = await assay(folder, args)
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain(said)
    expect(existsSync(join(folder, '.assay/runs'))).toBe(false)
  })

  it('ends with 3 when the judge cannot be reached, and says that cases were not judged', async () => {
    const outcome = await assay(folder, [
      ...run,
      '--name',
      'no-judge',
      '--judge',
      'openai-compatible:http://127.0.0.1:1/v1#none',
    ])
    expect(outcome.code).toBe(3)
    expect(outcome.stdout).toContain('1 case could not be judged')
  })

  it('says of a damaged run which line it is, and of another run what it is', async () => {
    await assay(folder, [...run, '--name', 'damaged'])
    appendFileSync(join(folder, '.assay/runs/damaged/verdicts.jsonl'), '{"unit":1}\n')
    const damaged = await assay(folder, ['eval', 'show', 'damaged'])
    expect(damaged).toMatchObject({ code: 2, stderr: expect.stringContaining('verdicts.jsonl, line') })
    const manifest = join(folder, '.assay/runs/damaged/run.json')
    const stored: object = JSON.parse(readFileSync(manifest, 'utf8'))
    writeFileSync(manifest, JSON.stringify({ ...stored, kind: 'generation', configuration: {} }))
    const other = await assay(folder, ['eval', 'show', 'damaged'])
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('This run is not an evaluation') })
  })

  it('ends with 3 when the target cannot be reached, and keeps the errors as rows', async () => {
    const outcome = await assay(folder, [
      'eval',
      'run',
      '--testset',
      'one.jsonl',
      '--target',
      'http://127.0.0.1:1/',
      '--name',
      'unreachable',
    ])
    expect(outcome.code).toBe(3)
    expect(readFileSync(join(folder, '.assay/runs/unreachable/attempts.jsonl'), 'utf8')).toContain(
      'ASSAY-4001',
    )
  })
})
