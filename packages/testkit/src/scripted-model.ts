import type { ModelReply, ModelRequest } from '@assay/contracts'
import { ok, type CallOptions, type LanguageModel, type Result } from '@assay/core'

export interface ScriptedModel extends LanguageModel {
  /** Every request, in order. */
  readonly requests: readonly ModelRequest[]
}

/** What a script gives back: the text of an ordinary reply, parts of a reply, or a whole result. */
export type ScriptedModelReply = string | Partial<ModelReply> | Result<ModelReply>

type ModelScript = (
  request: ModelRequest,
  options: CallOptions,
) => ScriptedModelReply | Promise<ScriptedModelReply>

/** A language model that answers by a function of the request. */
export function createScriptedModel(
  script: ModelScript,
  identity: { readonly id?: string; readonly provider?: string } = {},
): ScriptedModel {
  const requests: ModelRequest[] = []
  const id = identity.id ?? 'scripted:model'
  return {
    id,
    provider: identity.provider ?? 'scripted',
    requests,
    generate: async (request, options) => {
      requests.push(request)
      const reply = await script(request, options)
      return isResult(reply) ? reply : ok(fillReply(reply, request, id))
    },
  }
}

const isResult = (reply: ScriptedModelReply): reply is Result<ModelReply> =>
  typeof reply === 'object' && 'ok' in reply

function fillReply(reply: string | Partial<ModelReply>, request: ModelRequest, id: string): ModelReply {
  const parts = typeof reply === 'string' ? { text: reply } : reply
  const text = parts.text ?? ''
  return {
    text,
    finishReason: 'stop',
    usage: {
      input: wordCount(request.messages.map((message) => message.content).join(' ')),
      output: wordCount(text),
    },
    returnedModel: id.slice(id.indexOf(':') + 1),
    latencyMs: 1,
    ...parts,
  }
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length
