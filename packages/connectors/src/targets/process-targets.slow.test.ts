import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Target } from '@assay/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTarget } from './create-target.ts'

let folder: string
const opened: Target[] = []
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'assay-process-'))
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((target) => target.close()))
  await rm(folder, { recursive: true })
})

const history = [{ role: 'user' as const, content: 'Before' }]
const request = { question: 'Grüße, 世界?', history, threadId: 't9', caseId: 'c', repeat: 0 }
const signal = new AbortController().signal
const deps = () => ({ name: 'app', env: () => undefined, folder })

describe('a Python target', () => {
  const open = async (code: string, name = 'answer') => {
    await writeFile(path.join(folder, 'bot.py'), code)
    const target = await createTarget(
      { kind: 'python', function: `bot.py:${name}`, python: 'python3' },
      deps(),
    )
    if (target.ok) opened.push(target.value)
    return target
  }
  it('gives prompt and parameters to a function that names them', async () => {
    await writeFile(
      path.join(folder, 'bot.py'),
      'def answer(q, parameters, prompt="none"):\n  return f"{prompt} {parameters}"',
    )
    const given = { prompt: 'Be brief.', parameters: { temperature: 0.7 } }
    const target = await createTarget(
      { kind: 'python', function: 'bot.py:answer', python: 'python3', ...given },
      deps(),
    )
    if (!target.ok) throw new Error(target.error.detail)
    opened.push(target.value)
    expect(await target.value.ask(request, { signal })).toMatchObject({
      value: { text: "Be brief. {'temperature': 0.7}" },
    })
  })

  const must = async (code: string) => {
    const target = await open(code)
    if (!target.ok) throw new Error(target.error.detail)
    return target.value
  }
  const ask = async (code: string) => (await must(code)).ask(request, { signal })

  it.each([
    ['a question alone', 'def answer(question):\n  return question', 'Grüße, 世界?'],
    ['question and history', 'def answer(q, history):\n  return history[0]["content"]', 'Before'],
    ['history by default None', 'def answer(q, history=None):\n  return str(len(history))', '1'],
    ['another default', 'def answer(q, k=5):\n  return str(k)', '5'],
    ['a thread id', 'def answer(q, thread_id):\n  return thread_id', 't9'],
    [
      'an async function',
      'import asyncio\nasync def answer(q):\n  await asyncio.sleep(0.01)\n  return "later"',
      'later',
    ],
    [
      'prints',
      'import os\nprint("loading")\ndef answer(q):\n  print("{}")\n  os.system("echo raw")\n  return "clean"',
      'clean',
    ],
    ['reading its input', 'import sys\ndef answer(q):\n  return "read:" + sys.stdin.read()', 'read:'],
  ])('takes %s', async (_, code, text) => {
    expect(await ask(code)).toMatchObject({ value: { text } })
  })

  it('reads dictionaries, dataclasses and objects with documents', async () => {
    const dictionary = await ask(
      'def answer(q):\n  return {"answer": "a", "documents": ["d", {"id": 3, "text": "e"}]}',
    )
    expect(dictionary).toMatchObject({
      value: { text: 'a', documents: [{ text: 'd' }, { id: '3', text: 'e' }] },
    })
    const raget = await ask(
      'from dataclasses import dataclass\n@dataclass\nclass AgentAnswer:\n  message: str\n  documents: list = None\ndef answer(q):\n  return AgentAnswer("m", ["d"])',
    )
    expect(raget).toMatchObject({ value: { text: 'm', documents: [{ text: 'd' }] } })
    const langChain = await ask(
      'class Doc:\n  def __init__(s):\n    s.page_content = "p"\n    s.metadata = {"source": "a.md"}\nclass R:\n  message = "m"\n  documents = [Doc()]\ndef answer(q):\n  return R()',
    )
    expect(langChain).toMatchObject({ value: { text: 'm', documents: [{ id: 'a.md', text: 'p' }] } })
  })

  it('carries the exception and its trace', async () => {
    const result = await ask('def answer(q):\n  raise ValueError("no index")')
    expect(result).toMatchObject({
      error: { code: 'ASSAY-4003', message: 'The target raised ValueError: no index' },
    })
    expect(result.ok ? '' : result.error.detail).toMatch(/bot\.py", line 2, in answer/)
  })

  it('names an answer that cannot be read', async () => {
    expect(await ask('def answer(q):\n  return None')).toMatchObject({ error: { code: 'ASSAY-4004' } })
  })

  it('answers several questions at once', async () => {
    const target = await must('import time\ndef answer(q):\n  time.sleep(0.3)\n  return q')
    const started = performance.now()
    const questions = 'abcdefgh'.split('')
    const answers = await Promise.all(
      questions.map((question) => target.ask({ ...request, question }, { signal })),
    )
    expect(answers.map((answer) => (answer.ok ? answer.value.text : ''))).toEqual(questions)
    expect(performance.now() - started).toBeLessThan(1500)
  })

  it('gives up at its signal and goes on with the next question', async () => {
    const target = await must(
      'import time\ndef answer(q):\n  time.sleep(0 if q == "fast" else 5)\n  return q',
    )
    const late = await target.ask(request, { signal: AbortSignal.timeout(100) })
    expect(late).toMatchObject({ error: { code: 'ASSAY-4002' } })
    expect(await target.ask({ ...request, question: 'fast' }, { signal })).toMatchObject({
      value: { text: 'fast' },
    })
  })

  it('is started again after a crash, and ends after two in a row', async () => {
    const target = await must(
      'import os, sys\ndef answer(q):\n  if q == "die":\n    print("out of memory", file=sys.stderr)\n    os._exit(9)\n  return q',
    )
    const die = () => target.ask({ ...request, question: 'die' }, { signal })
    const live = () => target.ask({ ...request, question: 'live' }, { signal })
    const crashed = await die()
    expect(crashed).toMatchObject({
      error: { code: 'ASSAY-4003', detail: expect.stringContaining('out of memory') },
    })
    expect(crashed.ok ? '' : crashed.error.where).toContain('exit code 9')
    expect(await live()).toMatchObject({ value: { text: 'live' } })
    expect([await die(), await die(), await live()]).toMatchObject(
      Array.from({ length: 3 }, () => ({ error: { code: 'ASSAY-4003' } })),
    )
  })

  it('shows the trace of a file that cannot be loaded', async () => {
    const broken = await open('import no_such_module_here')
    expect(broken).toMatchObject({
      error: { code: 'ASSAY-4006', detail: expect.stringContaining('no_such_module_here') },
    })
    expect(await open('x = 1', 'answer')).toMatchObject({ error: { code: 'ASSAY-4006' } })
  })

  it('says when the interpreter is not there', async () => {
    await writeFile(path.join(folder, 'bot.py'), '')
    const target = await createTarget(
      { kind: 'python', function: 'bot.py:answer', python: 'no-such-python' },
      deps(),
    )
    expect(target).toMatchObject({
      error: { code: 'ASSAY-4006', where: expect.stringContaining('no-such-python could not be started') },
    })
  })
})

describe('a shell command', () => {
  const ask = async (command: string, given = signal) => {
    const target = await createTarget({ kind: 'command', command }, deps())
    if (!target.ok) return target
    opened.push(target.value)
    return target.value.ask(request, { signal: given })
  }

  it('reads the request as JSON and answers with plain text or JSON', async () => {
    await writeFile(
      path.join(folder, 'echo.mjs'),
      'for await (const d of process.stdin) console.log(JSON.parse(d).question)',
    )
    const node = `"${process.execPath}"`
    expect(await ask(`${node} echo.mjs`)).toMatchObject({ value: { text: 'Grüße, 世界?' } })
    expect(await ask(`echo '{"text":"x","documents":["d"]}'`)).toMatchObject({
      value: { text: 'x', documents: [{ text: 'd' }] },
    })
  })

  it('carries the exit code and what was printed', async () => {
    expect(await ask('echo "no index" >&2; exit 3')).toMatchObject({
      error: { code: 'ASSAY-4003', where: expect.stringContaining('exit code 3'), detail: 'no index\n' },
    })
  })

  it('is ended with everything it started when the signal aborts', async () => {
    const started = performance.now()
    expect(await ask('sleep 30 | cat', AbortSignal.timeout(100))).toMatchObject({
      error: { code: 'ASSAY-4002' },
    })
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
