import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target } from '@assay/core'
import { readField } from '../language-models/read-field.ts'
import { decodeAnswer } from './decode-answer.ts'
import { givenByConfiguration } from './given-by-configuration.ts'
import { measureAnswer } from './measure-answer.ts'
import type { TargetDependencies } from './target-dependencies.ts'

export type ModuleTargetConfiguration = Extract<TargetConfiguration, { kind: 'module' }>

/** A function of a TypeScript or JavaScript module, called in this process. Fails with ASSAY-4006 when it is not there. */
export async function createModuleTarget(
  configuration: ModuleTargetConfiguration,
  deps: TargetDependencies,
): Promise<Result<Target>> {
  const file = path.resolve(deps.folder, configuration.module)
  if (!existsSync(file)) return notSetUp(`${file} does not exist`)
  const exported = await importFunction(file, configuration.function)
  if (!exported.ok) return exported
  const where = `${configuration.module}:${configuration.function}`
  const given = givenByConfiguration(configuration)
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'module',
    version: configuration.version ?? null,
    ask: ({ question, history, threadId, caseId, repeat }, { signal }) =>
      measureAnswer({ signal, where, toError: toThrownError(where) }, async () =>
        decodeAnswer(
          await exported.value({ ...given, question, history, signal, threadId, caseId, repeat }),
          where,
        ),
      ),
    close: () => Promise.resolve(),
  })
}

type AnswerFunction = (request: Readonly<Record<string, unknown>>) => unknown

async function importFunction(file: string, name: string): Promise<Result<AnswerFunction>> {
  try {
    const module: unknown = await import(pathToFileURL(file).href)
    const found = readField(module, name)
    if (typeof found !== 'function') return notSetUp(`${file} exports no function ${name}`)
    return ok((request) => Reflect.apply(found, undefined, [request]))
  } catch (cause) {
    return notSetUp(`${file} could not be loaded`, traceOf(cause))
  }
}

const toThrownError = (where: string) => (cause: unknown) =>
  createError('ASSAY-4003', { where, detail: traceOf(cause) })

const traceOf = (cause: unknown): string =>
  (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)).slice(0, 2000)

const notSetUp = (where: string, detail?: string): Result<never> =>
  fail(createError('ASSAY-4006', { where, ...(detail === undefined ? {} : { detail }) }))
