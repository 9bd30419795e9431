import type { CheckPorts } from '@assay/core/checks'
import { hashedEmbedding } from './hashed-embedding.ts'
import { createScriptedModel } from './scripted-model.ts'

/** Ports for checks: a model that gives these replies in order, an embedder of hashed words, no code of users. */
export function createCheckPorts(modelReplies: readonly unknown[] = []): CheckPorts {
  const replies = modelReplies.map((reply) => (typeof reply === 'string' ? reply : JSON.stringify(reply)))
  const signal = new AbortController().signal
  const model = createScriptedModel(() => replies.shift() ?? '')
  return {
    model: () => ({ id: model.id, call: (request) => model.generate(request, { signal }) }),
    embedder: {
      id: 'hashed',
      embed: async (texts) => ({
        ok: true,
        value: texts.map((text) => Float32Array.from(hashedEmbedding(text))),
      }),
    },
    userCode: null,
    signal,
  }
}
