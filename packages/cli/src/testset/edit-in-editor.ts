import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testCaseSchema, type TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { parse, stringify } from 'yaml'
import type { CommandContext } from '../command.ts'

/** Opens the case as YAML in the user's editor and reads what was saved. The file is kept when it is not valid, so that no work is lost. */
export async function editInEditor(testCase: TestCase, { env }: CommandContext): Promise<Result<TestCase>> {
  const editor = env('VISUAL') ?? env('EDITOR')
  if (editor === undefined || editor === '')
    return fail(
      createError('ASSAY-1001', { message: 'No editor is set', fix: 'set EDITOR, or add --set FIELD=VALUE' }),
    )
  const folder = await mkdtemp(join(tmpdir(), 'assay-case-'))
  const file = join(folder, 'case.yaml')
  await writeFile(file, stringify(testCase, { lineWidth: 100 }))
  const left = await runEditor(editor, file)
  if (left !== 0) {
    await rm(folder, { recursive: true })
    return fail(
      createError('ASSAY-1001', { message: `The editor ended with ${left}`, so: 'nothing was changed' }),
    )
  }
  const read = readCase(await readFile(file, 'utf8'))
  if (typeof read === 'string')
    return fail(
      createError('ASSAY-3002', {
        where: `${file}: ${read}`,
        so: 'nothing was changed; your text is kept there',
      }),
    )
  await rm(folder, { recursive: true })
  return ok(read)
}

/** The command may hold arguments ("code --wait"): it runs in the user's shell, as git runs it; the file's name is passed aside. */
const runEditor = (editor: string, file: string): Promise<number | string> =>
  new Promise((resolve) => {
    const isWindows = process.platform === 'win32'
    const child = isWindows
      ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
      : spawn('/bin/sh', ['-c', `${editor} "$1"`, 'assay', file], { stdio: 'inherit' })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'a signal'))
  })

/** The case, or what is wrong with the text. */
function readCase(text: string): TestCase | string {
  try {
    const parsed = testCaseSchema.safeParse(parse(text))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? 'not YAML') : 'not YAML'
  }
}
