import type { ModelRequest } from '@assay/contracts'
import { createError, fail, ok, type LanguageModel, type Result } from '@assay/core'
import { openBatchAnswers, type BatchAnswers } from './batch-answers.ts'
import { openBatchRequests, type BatchRequests } from './batch-requests.ts'
import type { ModelReference } from './model-reference.ts'
import { mostAlternatives } from './read-number-tokens.ts'
import { isStrictSchema } from './strict-schema.ts'

/**
 * A model that is asked through files (`--batch DIR`): each new request is appended once to `DIR/requests-N.jsonl` in
 * the OpenAI Batch form, and answers are read from every other `*.jsonl` of the folder. A request without an answer
 * fails with ASSAY-5001; one whose answer may stand in a damaged line with ASSAY-5013, naming file and line.
 * `keyOf` gives the custom id: the call's key.
 */
export async function createBatchFolderModel(
  reference: ModelReference,
  options: { readonly folder: string; readonly keyOf: (request: ModelRequest) => string },
): Promise<Result<LanguageModel>> {
  const requests = await openBatchRequests(options.folder)
  if (!requests.ok) return requests
  const answers = openBatchAnswers(options.folder)
  return ok({
    id: reference.id,
    provider: reference.provider,
    generate: (request) =>
      answerFromFolder(
        { requests: requests.value, answers, folder: options.folder },
        options.keyOf(request),
        () => toRequestBody(request, reference),
      ),
  })
}

interface Folder {
  readonly requests: BatchRequests
  readonly answers: BatchAnswers
  readonly folder: string
}

async function answerFromFolder(
  { requests, answers, folder }: Folder,
  key: string,
  toBody: () => unknown,
): ReturnType<LanguageModel['generate']> {
  const started = performance.now()
  const found = await answers.find(key)
  if (!found.ok) return found
  if (found.value !== null)
    return found.value.ok ? ok({ ...found.value.value, latencyMs: performance.now() - started }) : found.value
  const written = await requests.write(key, toBody)
  if (!written.ok) return written
  return fail(createError('ASSAY-5001', { where: folder }))
}

/** A chat completion request. OpenAI and Azure name the output cap differently from everyone else. */
function toRequestBody(request: ModelRequest, { provider, model }: ModelReference): unknown {
  const { maxOutputTokens, temperature, topP, seed, stop, responseSchema, numberProbabilities } = request
  const cap = provider === 'openai' || provider === 'azure' ? 'max_completion_tokens' : 'max_tokens'
  return {
    model,
    messages: request.messages,
    ...(maxOutputTokens === undefined ? {} : { [cap]: maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(seed === undefined ? {} : { seed }),
    ...(stop === undefined ? {} : { stop }),
    ...(numberProbabilities === true ? { logprobs: true, top_logprobs: mostAlternatives } : {}),
    ...(responseSchema === undefined
      ? {}
      : {
          response_format: {
            type: 'json_schema',
            json_schema: { ...responseSchema, strict: isStrictSchema(responseSchema.schema) },
          },
        }),
  }
}
