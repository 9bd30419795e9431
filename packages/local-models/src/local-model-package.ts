import path from 'node:path'
import {
  createError,
  fail,
  ok,
  type Embedder,
  type LanguageModel,
  type Result,
  type TokenScorer,
} from '@assay/core'
import { createMiniLmEmbedder } from './minilm-embedder.ts'
import { localModels, type LocalModelSpec } from './model-files.data.ts'
import { createSmolLmModel, type SmolLmModel } from './smollm-model.ts'
import { verifyFile } from './verify-file.ts'

export interface LocalModels {
  /** `smollm2`. Fails with ASSAY-5012, 8001 or 8002. */
  openLanguageModel(name: string): Promise<Result<LanguageModel>>
  /** `smollm2`. Fails as `openLanguageModel` does. */
  openTokenScorer(name: string): Promise<Result<TokenScorer>>
  /** `minilm`. Fails with ASSAY-5012, 8001 or 8002. */
  openEmbedder(name: string): Promise<Result<Embedder>>
  /** Frees the weights. */
  close(): Promise<void>
}

/** The in-process models over a models folder. Weights load at the first call of a model, once. */
export function createLocalModels({ folder }: { readonly folder: string }): LocalModels {
  let languageModel: SmolLmModel | null = null
  let embedder: Embedder | null = null
  return {
    openLanguageModel: openSmolLm,
    openTokenScorer: openSmolLm,
    async openEmbedder(name) {
      const files = await findFiles(name, 'embedder', folder)
      if (!files.ok) return files
      const [weights = '', tokenizer = ''] = files.value
      return ok((embedder ??= createMiniLmEmbedder({ weights, tokenizer })))
    },
    close: async () => languageModel?.close(),
  }

  async function openSmolLm(name: string): Promise<Result<SmolLmModel>> {
    const files = await findFiles(name, 'language-model', folder)
    if (!files.ok) return files
    return ok((languageModel ??= createSmolLmModel(files.value[0] ?? '')))
  }
}

async function findFiles(
  name: string,
  kind: LocalModelSpec['kind'],
  folder: string,
): Promise<Result<readonly string[]>> {
  const specs: readonly LocalModelSpec[] = Object.values(localModels)
  const model = specs.find((spec) => spec.name === name && spec.kind === kind)
  if (model === undefined) {
    const known = specs.filter((spec) => spec.kind === kind).map((spec) => `local:${spec.name}`)
    return fail(createError('ASSAY-5012', { where: `local:${name}`, fix: `use ${known.join(' or ')}` }))
  }
  const files: string[] = []
  for (const spec of model.files) {
    const file = path.join(folder, spec.name)
    const state = await verifyFile(file, spec, true)
    if (state !== 'right')
      return fail(createError(state === 'absent' ? 'ASSAY-8001' : 'ASSAY-8002', { where: file }))
    files.push(file)
  }
  return ok(files)
}
