import type { AssayError, ChatMessage, ModelReply, ModelRequest } from '@assay/contracts'
import type * as z from 'zod'
import type { Hash } from '../ports/hash.ts'
import type { ModelCaller } from '../ports/model-caller.ts'
import { fillPrompt, type PromptValues } from '../prompts/fill-prompt.ts'
import { mendAnswerPrompt } from '../prompts/mend-answer.data.ts'
import { outputJsonSchema, promptVersion, type Prompt, type VariableKind } from '../prompts/prompt.ts'
import { ok, type Result } from '../result.ts'
import { readModelReply, type ReadReply } from './read-model-reply.ts'

export interface JsonAnswer<T> {
  readonly value: T
  /** Calls it took: 1, or 2 after a re-ask. */
  readonly calls: number
  readonly repair: ReadReply<T>['repair']
  /** The reply that held it. */
  readonly reply: ModelReply
}

export interface AskOptions<T> {
  readonly hash: Hash
  /** What must hold beyond the schema; says in words for the model what does not. `ask`: 1, or 2 for the re-ask. */
  readonly check?: (value: T, ask: 1 | 2) => string | null
  readonly temperature?: number
  readonly seed?: number
  /** Asks how probable the numbers of the answer are: see the reply's `numbers`. */
  readonly numberProbabilities?: boolean
  /** 0 for the first; a later repeat of the same question is asked anew. */
  readonly repeat?: number
}

/**
 * Asks a model for an answer that follows the prompt's schema. Mends without a model first; an answer that is empty, cut
 * off or does not follow the schema is asked for once more, a refusal is not. Fails with ASSAY-5008 to 5011 and the raw
 * text as detail, or as the call failed.
 */
export async function askForJson<Variables extends Readonly<Record<string, VariableKind>>, T>(
  model: ModelCaller,
  prompt: Prompt<Variables, z.ZodType<T>>,
  values: PromptValues<Variables>,
  options: AskOptions<T>,
): Promise<Result<JsonAnswer<T>>> {
  const { hash, check = () => null, temperature, seed, repeat = 0, numberProbabilities } = options
  const schema = outputJsonSchema(prompt)
  const request: ModelRequest = {
    messages: withSchema(fillPrompt(prompt, values, hash), schema),
    maxOutputTokens: prompt.maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(seed === undefined ? {} : { seed }),
    ...(numberProbabilities === true ? { numberProbabilities } : {}),
    // A repeat has two indices: its own and that of its re-ask.
    ...(repeat === 0 ? {} : { repeatIndex: 2 * repeat }),
    responseSchema: { name: prompt.id, schema },
    prompt: promptVersion(prompt, hash),
  }
  const first = await model.call(request)
  if (!first.ok) return first
  const read = readModelReply(first.value, prompt.outputSchema, (value) => check(value, 1))
  if (read.ok) return ok({ ...read.value, calls: 1, reply: first.value })
  const next = nextRequest(request, first.value, read.error, hash)
  if (next === null) return read
  const second = await model.call(next)
  if (!second.ok) return second
  const again = readModelReply(second.value, prompt.outputSchema, (value) => check(value, 2))
  return again.ok ? ok({ ...again.value, calls: 2, reply: second.value }) : again
}

/** Told in words as well: many servers take a response schema and do not heed it. */
const withSchema = (messages: readonly ChatMessage[], schema: Record<string, unknown>): ChatMessage[] =>
  messages.map((message, index) =>
    index === messages.length - 1
      ? { ...message, content: `${message.content}\n\n${schemaRule}\n${JSON.stringify(schema)}` }
      : message,
  )

const schemaRule = 'Answer with one JSON object that follows this JSON Schema, and with nothing else:'

/** `null`: asking again is no use. */
function nextRequest(
  request: ModelRequest,
  reply: ModelReply,
  error: AssayError,
  hash: Hash,
): ModelRequest | null {
  const repeatIndex = (request.repeatIndex ?? 0) + 1
  switch (error.code) {
    case 'ASSAY-5008':
      return { ...request, repeatIndex }
    case 'ASSAY-5009':
      return { ...request, repeatIndex, maxOutputTokens: 2 * (request.maxOutputTokens ?? 1) }
    case 'ASSAY-5010':
      return { ...request, messages: [...request.messages, ...complaint(reply, error, hash)] }
    default:
      return null
  }
}

const complaint = (reply: ModelReply, error: AssayError, hash: Hash): ChatMessage[] => [
  { role: 'assistant', content: reply.text },
  ...fillPrompt(mendAnswerPrompt, { problem: error.where ?? error.message }, hash),
]
