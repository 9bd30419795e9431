import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createUserCode } from './create-user-code.ts'

const signal = new AbortController().signal
let folder: string
let code: ReturnType<typeof createUserCode>
beforeEach(async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'assay-user-code-'))
  folder = path.join(root, 'project')
  await mkdir(folder)
  code = createUserCode({
    folder,
    env: (name) => ({ PATH: process.env['PATH'], SECRET: 'hidden', TOKEN: 't' })[name],
    processesPerFile: 2,
  })
})
afterEach(async () => {
  await code.close()
  await rm(path.dirname(folder), { recursive: true })
})

const call = (where: string, more: object = {}, given = signal) =>
  code.call(
    { where, input: { case: { answer: 'Grüße, 世界' } }, timeoutMs: 5000, memoryMb: 128, ...more },
    given,
  )

interface Language {
  readonly file: string
  readonly code: Readonly<Record<string, string>>
  readonly trace: RegExp
}

const javaScript: Language = {
  file: 'checks.ts',
  trace: /no index[\s\S]*checks\.ts:\d/,
  code: {
    echo: `export const f = (input: { case: { answer: string } }) => input.case.answer`,
    async: `export const f = async () => { await new Promise((r) => setTimeout(r, 5)); return true }`,
    throws: `export function f() { throw new Error('no index') }`,
    prints: `console.log('{"id":1,"answer":"wrong"}')\nexport function f() { console.log('{}'); console.error('x'); return 'clean' }`,
    hangs: `export function f({ hang = true }) { while (hang); return 'back' }`,
    allocates: `const kept = []\nexport function f() { for (;;) kept.push(new Array(10_000).fill({})) }`,
    dies: `export function f({ die = true }) { if (die) { console.error('last words'); process.exit(9) } return 'back' }`,
    nan: `export const f = () => NaN`,
    nothing: `export const f = () => undefined`,
    circular: `export function f() { const a: Record<string, unknown> = {}; a['a'] = a; return a }`,
    broken: `export const f = (`,
    noFunction: `export const g = 1`,
    secret: `export const f = () => process.env['SECRET'] ?? 'none'`,
    count: `let n = 0\nexport const f = () => (n += 1)`,
    input: `import { readSync } from 'node:fs'\nexport function f() { try { return readSync(0, Buffer.alloc(9)) } catch { return 0 } }`,
  },
}

const python: Language = {
  file: 'checks.py',
  trace: /checks\.py", line \d+, in f[\s\S]*no index/,
  code: {
    echo: `def f(input):\n  return input["case"]["answer"]`,
    async: `import asyncio\nasync def f(input):\n  await asyncio.sleep(0.005)\n  return True`,
    throws: `def f(input):\n  raise ValueError("no index")`,
    prints: `import os\nprint("{}")\ndef f(input):\n  print("{}")\n  os.system("echo raw")\n  return "clean"`,
    hangs: `def f(input):\n  while input.get("hang", True):\n    pass\n  return "back"`,
    allocates: `def f(input):\n  kept = []\n  while True:\n    kept.append([0] * 1000000)`,
    dies: `import os, sys\ndef f(input):\n  if input.get("die", True):\n    print("last words", file=sys.stderr)\n    os._exit(9)\n  return "back"`,
    nan: `def f(input):\n  return float("nan")`,
    nothing: `def f(input):\n  pass`,
    circular: `def f(input):\n  a = {}\n  a["a"] = a\n  return a`,
    broken: `def f(`,
    noFunction: `g = 1`,
    secret: `import os\ndef f(input):\n  return os.environ.get("SECRET", "none")`,
    count: `n = 0\ndef f(input):\n  global n\n  n += 1\n  return n`,
    input: `import sys\ndef f(input):\n  return len(sys.stdin.read())`,
  },
}

describe.each([
  ['TypeScript', javaScript],
  ['Python', python],
])('a function in %s', (_, language) => {
  const run = async (name: string, more: object = {}, given = signal) => {
    await writeFile(path.join(folder, language.file), language.code[name] ?? '')
    return call(`${language.file}:f`, more, given)
  }

  it('is given the case by value and answers', async () => {
    expect(await run('echo')).toEqual({ ok: true, value: 'Grüße, 世界' })
  })

  it('may be asynchronous', async () => {
    expect(await run('async')).toEqual({ ok: true, value: true })
  })

  it('is an error with its trace when it throws', async () => {
    const result = await run('throws')
    expect(result).toMatchObject({
      error: { code: 'ASSAY-7013', message: expect.stringMatching(/^Your code raised .*no index/) },
    })
    expect(result.ok ? '' : result.error.detail).toMatch(language.trace)
  })

  it('may print what it wants', async () => {
    expect(await run('prints')).toEqual({ ok: true, value: 'clean' })
    expect(await run('input')).toEqual({ ok: true, value: 0 })
  })

  it('is ended when it hangs, and the next call works', async () => {
    const started = performance.now()
    expect(await run('hangs', { timeoutMs: 300 })).toMatchObject({
      error: { code: 'ASSAY-7013', message: 'Your code took longer than 300 ms' },
    })
    expect(performance.now() - started).toBeLessThan(5000)
    expect(await call(`${language.file}:f`, { input: { hang: false } })).toEqual({ ok: true, value: 'back' })
  })

  it('is ended when it is given up', async () => {
    expect(await run('hangs', {}, AbortSignal.timeout(300))).toMatchObject({ error: { code: 'ASSAY-6006' } })
  })

  it('is ended when it takes too much memory', async () => {
    expect(await run('allocates', { memoryMb: 64, timeoutMs: 60_000 })).toMatchObject({
      error: { code: 'ASSAY-7013', message: 'Your code took more than 64 MB of memory' },
    })
  })

  it('may die in the middle, and the next call works', async () => {
    const died = await run('dies')
    expect(died).toMatchObject({
      error: { code: 'ASSAY-7013', detail: expect.stringContaining('last words') },
    })
    expect(died.ok ? '' : died.error.where).toContain('exit code 9')
    expect(await call(`${language.file}:f`, { input: { die: false } })).toEqual({ ok: true, value: 'back' })
  })

  it('is an error where what it returns is no JSON', async () => {
    expect(await run('nan')).toMatchObject({ error: { code: 'ASSAY-7013' } })
    expect(await run('circular')).toMatchObject({
      error: { code: 'ASSAY-7013', message: expect.stringMatching(/circular/i) },
    })
    const nothing = await run('nothing')
    expect(nothing.ok && (nothing.value ?? null)).toBeNull()
  })

  it('is an error with its trace when it cannot be loaded', async () => {
    expect(await run('broken')).toMatchObject({
      error: {
        code: 'ASSAY-7013',
        message: 'Your code could not be loaded',
        detail: expect.stringContaining('SyntaxError'),
      },
    })
    expect(await run('noFunction')).toMatchObject({ error: { code: 'ASSAY-7013' } })
    expect(await call('nowhere.ts:f')).toMatchObject({ error: { code: 'ASSAY-7013' } })
  })

  it('does not see the secrets of the environment', async () => {
    expect(await run('secret')).toEqual({ ok: true, value: 'none' })
  })

  it('stays warm until its file changes', async () => {
    expect([await run('count'), await call(`${language.file}:f`)]).toMatchObject([{ value: 1 }, { value: 2 }])
    await utimes(path.join(folder, language.file), 1, 1)
    expect(await call(`${language.file}:f`)).toMatchObject({ value: 1 })
  })

  it('answers many calls at once, each with its own', async () => {
    await writeFile(path.join(folder, language.file), language.code['echo'] ?? '')
    const answers = Array.from({ length: 40 }, (_each, index) => String(index))
    const results = await Promise.all(
      answers.map((answer) => call(`${language.file}:f`, { input: { case: { answer } } })),
    )
    expect(results.map((result) => (result.ok ? result.value : result.error))).toEqual(answers)
  })
})

describe('a TypeScript function', () => {
  it.each([
    [
      'read outside the folder',
      `import fs from 'node:fs'\nexport const f = () => fs.readFileSync('/etc/hosts', 'utf8')`,
    ],
    ['write', `import fs from 'node:fs'\nexport const f = () => fs.writeFileSync('out.txt', 'x')`],
    [
      'start a process',
      `import { execSync } from 'node:child_process'\nexport const f = () => String(execSync('id'))`,
    ],
    ['use the network', `export const f = async () => (await fetch('http://127.0.0.1:9876')).status`],
  ])('may not %s', async (_, text) => {
    await writeFile(path.join(folder, 'checks.ts'), text)
    const result = await call('checks.ts:f')
    expect(result).toMatchObject({ error: { code: 'ASSAY-7013' } })
    expect(result.ok ? '' : result.error.detail).toMatch(/ERR_ACCESS_DENIED|restricted/)
  })

  it('may read its own folder and import from it', async () => {
    await writeFile(path.join(folder, 'words.json'), '["a"]')
    await writeFile(path.join(folder, 'more.ts'), 'export const more = (x: string): string => `${x}!`')
    await writeFile(
      path.join(folder, 'checks.ts'),
      `import fs from 'node:fs'\nimport { more } from './more.ts'\nexport const f = () => more(JSON.parse(fs.readFileSync('words.json', 'utf8'))[0])`,
    )
    expect(await call('checks.ts:f')).toEqual({ ok: true, value: 'a!' })
  })

  it('is ended when it takes too much memory outside its heap', async () => {
    await writeFile(
      path.join(folder, 'checks.ts'),
      `const kept = []\nexport async function f() { for (;;) { kept.push(Buffer.alloc(8e6, 1)); await new Promise((r) => setTimeout(r, 10)) } }`,
    )
    expect(await call('checks.ts:f', { timeoutMs: 60_000 })).toMatchObject({
      error: { message: 'Your code took more than 128 MB of memory' },
    })
  })

  it('must stand in the project folder', async () => {
    await writeFile(path.join(folder, '..', 'outside.ts'), 'export const f = () => 1')
    expect(await call('../outside.ts:f')).toMatchObject({
      error: { message: 'The file of the function stands outside the project folder' },
    })
  })
})

describe('a webhook', () => {
  let server: Server | null = null
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  const serve = async (listener: RequestListener) => {
    const opened = createServer(listener)
    server = opened
    await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
    const address = opened.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/check`
  }

  it('is sent the case with its headers, and its JSON answer is read', async () => {
    const url = await serve((request, response) => {
      const { method, headers } = request
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
        response.end(JSON.stringify({ method, authorization: headers.authorization, body }))
      })
    })
    expect(await call(url, { headers: { authorization: 'Bearer ${TOKEN}' } })).toEqual({
      ok: true,
      value: { method: 'POST', authorization: 'Bearer t', body: { case: { answer: 'Grüße, 世界' } } },
    })
    expect(await call(url, { headers: { x: '${NOT_SET}' } })).toMatchObject({ error: { code: 'ASSAY-1005' } })
  })

  it.each<[string, RequestListener, string]>([
    ['redirects', (_, response) => response.writeHead(302, { location: '/else' }).end(), 'redirects'],
    ['fails', (_, response) => response.writeHead(500).end('no'), 'status 500'],
    ['speaks no JSON', (_, response) => response.end('<html>'), 'did not answer with JSON'],
    ['hangs', () => undefined, 'took longer than 300 ms'],
    ['hangs up', (request) => request.destroy(), 'could not be reached'],
    ['sends too much', (_, response) => response.end('1'.repeat(1_100_000)), 'more than 1000000 bytes'],
  ])('is an error when it %s', async (_, listener, message) => {
    expect(await call(await serve(listener), { timeoutMs: 300 })).toMatchObject({
      error: { code: 'ASSAY-7013', message: expect.stringContaining(message) },
    })
  })

  it('is an error where nobody listens', async () => {
    expect(await call('http://127.0.0.1:9/')).toMatchObject({ error: { code: 'ASSAY-7013' } })
  })
})

describe('a command', () => {
  it('reads the case, runs in the project folder and answers with JSON', async () => {
    await writeFile(path.join(folder, 'state.json'), '{"status":"paid"}')
    expect(await call('command:cat state.json')).toEqual({ ok: true, value: { status: 'paid' } })
    expect(await call('command: cat')).toEqual({ ok: true, value: { case: { answer: 'Grüße, 世界' } } })
  })

  it('does not see the secrets of the environment', async () => {
    expect(await call('command:printf "\\"%s\\"" "$SECRET"')).toEqual({ ok: true, value: '' })
  })

  it.each([
    ['fails', 'command:echo broken >&2; exit 3', 'The command ended with 3'],
    ['writes no JSON', 'command:echo paid', 'The command did not answer with JSON'],
    ['is not there', 'command:./no-such-command', 'The command ended with 127'],
    ['hangs', 'command:sleep 30 & wait', 'The command took longer than 300 ms'],
  ])('is an error when it %s', async (_, where, message) => {
    expect(await call(where, { timeoutMs: 300 })).toMatchObject({ error: { code: 'ASSAY-7013', message } })
  })

  it('is ended when it is given up', async () => {
    const given = AbortSignal.timeout(100)
    expect(await call('command:sleep 30', {}, given)).toMatchObject({ error: { code: 'ASSAY-6006' } })
  })
})
