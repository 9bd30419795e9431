import type { ModelRequest } from '@assay/contracts'
import type { Hash } from '../ports/hash.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import { canonicalJson } from './canonical-json.ts'

/** Identifies a model call by everything that decides its answer: provider, model, and the whole request but the prompt's name. */
export function callKey(
  hash: Hash,
  model: Pick<LanguageModel, 'id' | 'provider'>,
  request: ModelRequest,
): string {
  const { prompt: _, repeatIndex = 0, ...rest } = request
  return hash(canonicalJson({ model: model.id, provider: model.provider, repeatIndex, ...rest }))
}
