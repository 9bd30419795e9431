import type { LocalModelPackage } from '@assay/connectors/language-models'
import { createError, fail, ok, type Result } from '@assay/core'
import type { CommandContext } from './command.ts'

type Env = CommandContext['env']

/** One package a process: a loaded model is shared by whoever asks for it. */
const opened = new Map<string, LocalModelPackage>()

/** The optional package of in-process models; `null`: it is not installed. */
export async function loadLocalModels(env: Env): Promise<LocalModelPackage | null> {
  const local = await importLocalModels()
  if (local === null) return null
  const folder = local.resolveModelsFolder(env('ASSAY_MODELS'))
  const models = opened.get(folder) ?? local.createLocalModels({ folder })
  opened.set(folder, models)
  return models
}

export interface PulledModel {
  readonly name: string
  readonly file: string
}

/** Fetches the small models, with a line for each step. */
export async function pullLocalModels({
  env,
  output,
  signal,
}: CommandContext): Promise<Result<readonly PulledModel[]>> {
  const local = await importLocalModels()
  if (local === null) return fail(createError('ASSAY-8004'))
  const pulled = await local.pullModels({
    folder: local.resolveModelsFolder(env('ASSAY_MODELS')),
    log: (line) => output.error(`${line}\n`),
    signal,
  })
  return pulled.ok ? ok(pulled.value.map(({ model, file }) => ({ name: model, file }))) : pulled
}

/** Whether nothing needs to be fetched. */
export async function hasLocalModels(env: Env): Promise<boolean> {
  const local = await loadLocalModels(env)
  if (local === null) return false
  const opened = [await local.openLanguageModel('smollm2'), await local.openEmbedder('minilm')]
  return opened.every((each) => each.ok)
}

async function importLocalModels() {
  try {
    return await import('@assay/local-models')
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
