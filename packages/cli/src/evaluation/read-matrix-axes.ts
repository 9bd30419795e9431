import { basename, extname } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import type { MatrixAxes } from '@assay/core/evaluation'
import type { Workspace } from '../workspace.ts'

export interface MatrixOptions {
  readonly target?: readonly string[] | undefined
  readonly prompt?: readonly string[] | undefined
  readonly set?: readonly string[] | undefined
}

/** What is crossed: the command's options, each else the key of the same name under `matrix` in `assay.yaml`. */
export async function readMatrixAxes(
  workspace: Workspace,
  options: MatrixOptions,
): Promise<Result<MatrixAxes>> {
  const { matrix = {}, target, targets } = workspace.configuration
  const named = options.target ?? matrix.targets ?? (target === undefined ? Object.keys(targets) : [target])
  if (named.length === 0)
    return fail(
      createError('ASSAY-4006', {
        message: 'It is not clear which targets are meant',
        fix: 'add --target, more than once',
      }),
    )
  const files =
    options.prompt === undefined
      ? Object.entries(matrix.prompts ?? {})
      : options.prompt.map((file) => [basename(file, extname(file)), file] as const)
  const prompts = await readPrompts(workspace, files)
  if (!prompts.ok) return prompts
  const parameters = options.set === undefined ? ok(matrix.parameters ?? {}) : readSets(options.set)
  return parameters.ok
    ? ok({ targets: named, prompts: prompts.value, parameters: parameters.value })
    : parameters
}

async function readPrompts(
  workspace: Workspace,
  files: readonly (readonly [name: string, file: string])[],
): Promise<Result<Readonly<Record<string, string>>>> {
  const prompts = new Map<string, string>()
  for (const [name, file] of files) {
    const text = await workspace.readText(file)
    if (text === null) return fail(createError('ASSAY-1006', { where: file }))
    prompts.set(prompts.has(name) ? file : name, text.trim())
  }
  return ok(Object.fromEntries(prompts))
}

function readSets(sets: readonly string[]): Result<MatrixAxes['parameters']> {
  const parameters = new Map<string, readonly (string | number | boolean)[]>()
  for (const text of sets) {
    const [, name, values] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (name === undefined || values === undefined)
      return fail(createError('ASSAY-1001', { message: `--set ${text}`, fix: 'write it as name=a,b' }))
    parameters.set(
      name.trim(),
      values.split(',').map((value) => readValue(value.trim())),
    )
  }
  return ok(Object.fromEntries(parameters))
}

function readValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
