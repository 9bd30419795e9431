import { homedir } from 'node:os'
import { join } from 'node:path'
import type { LocalModelPackage } from '@assay/connectors/language-models'

/** Where the local models' files lie. */
export const modelsFolder = (env: (name: string) => string | undefined): string =>
  env('ASSAY_MODELS') ?? join(homedir(), '.cache', 'assay', 'models')

/** The optional package of in-process models; `null`: it is not installed. */
export async function loadLocalModels(
  env: (name: string) => string | undefined,
): Promise<LocalModelPackage | null> {
  try {
    const { openLocalModels } = await import('@assay/local-models')
    return openLocalModels({ folder: modelsFolder(env) })
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
