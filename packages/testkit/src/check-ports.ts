import type { Detection } from '@assay/core'
import type { CheckPorts } from '@assay/core/checks'
import { hashedEmbedding } from './hashed-embedding.ts'
import { createScriptedModel } from './scripted-model.ts'
import { sha256 } from './sha256.ts'

/**
 * Ports for checks: a model, detectors and users' code that give these replies in order, and an embedder of hashed
 * words. Without a reply left there is no detector, so that the built-in ones do their work.
 */
export function createCheckPorts(modelReplies: readonly unknown[] = []): CheckPorts {
  const replies = [...modelReplies]
  const signal = new AbortController().signal
  const model = createScriptedModel(() => toReply(replies.shift()))
  return {
    model: () => ({ id: model.id, call: (request) => model.generate(request, { signal }) }),
    embedder: {
      id: 'hashed',
      embed: async (texts) => ({
        ok: true,
        value: texts.map((text) => Float32Array.from(hashedEmbedding(text))),
      }),
    },
    scorer: { id: 'scripted', scoreTokens: async () => ({ ok: true, value: toScores(replies.shift()) }) },
    userCode: { call: async () => ({ ok: true, value: replies.shift() }) },
    detector: (id) =>
      replies.length === 0
        ? null
        : {
            id,
            version: 'scripted',
            detect: async (inputs) => ({ ok: true, value: inputs.map(() => toDetection(replies.shift())) }),
          },
    elsewhere: null,
    hash: sha256,
    signal,
  }
}

const toScores = (reply: unknown): readonly number[] => (Array.isArray(reply) ? reply.map(Number) : [])

function toReply(reply: unknown): string {
  if (reply === undefined) return ''
  return typeof reply === 'string' ? reply : JSON.stringify(reply)
}

function toDetection(reply: unknown): Detection {
  const spans = typeof reply === 'object' && reply !== null && 'spans' in reply ? reply.spans : []
  const score = typeof reply === 'object' && reply !== null && 'score' in reply ? reply.score : 0
  return { score: Number(score), spans: Array.isArray(spans) ? spans : [] }
}
