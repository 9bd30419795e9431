import type { ModelReply, ModelRequest } from '@assay/contracts'
import {
  createError,
  fail,
  ok,
  type CallOptions,
  type LanguageModel,
  type Result,
  type TokenScorer,
} from '@assay/core'
import type { Llama, LlamaContextSequence, LlamaModel, SequenceEvaluateOptions, Token } from 'node-llama-cpp'
import { countThreads } from './count-threads.ts'
import { scoreTokens } from './score-tokens.ts'
import { smolLmId as id } from './smollm-id.ts'

const contextTokens = 4096
const defaultOutputTokens = 512
/** Prompt tokens between two looks at the signal: about half a second. */
const promptStep = 128

export type SmolLmModel = LanguageModel & TokenScorer & { close(): Promise<void> }

export interface Loaded {
  readonly llama: Llama
  readonly model: LlamaModel
  readonly sequence: LlamaContextSequence
}

/**
 * SmolLM2-135M-Instruct in this process, on the CPU. One call runs at a time, others wait; the latency is that of the
 * call itself. Without a temperature it is greedy, so that the same request gives the same answer.
 * Fails with ASSAY-5003 (aborted), ASSAY-5006 (prompt too long).
 */
export function createSmolLmModel(file: string): SmolLmModel {
  let loading: Promise<Loaded> | null = null
  let last: Promise<unknown> = Promise.resolve()
  return {
    id,
    provider: 'local',
    generate(request, options) {
      const run = last.then(async () => generate(await (loading ??= load(file)), request, options))
      last = run.catch(() => null)
      return untilAborted(run, options.signal)
    },
    scoreTokens(text, signal) {
      const run = last.then(async () => scoreTokens(await (loading ??= load(file)), text, signal))
      last = run.catch(() => null)
      return untilAborted(run, signal)
    },
    async close() {
      if (loading === null) return
      await last
      await (await loading).llama.dispose()
      loading = null
    },
  }
}

/** A caller that gives up does not wait for its turn. */
async function untilAborted<T>(run: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  const aborted = Promise.withResolvers<Result<never>>()
  const end = () => aborted.resolve(timedOut())
  if (signal.aborted) end()
  signal.addEventListener('abort', end, { once: true })
  try {
    return await Promise.race([run, aborted.promise])
  } finally {
    signal.removeEventListener('abort', end)
  }
}

const timedOut = (): Result<never> => fail(createError('ASSAY-5003', { where: id }))

async function load(file: string): Promise<Loaded> {
  const { getLlama, LlamaLogLevel } = await import('node-llama-cpp')
  const llama = await getLlama({ gpu: false, build: 'never', logLevel: LlamaLogLevel.error })
  const model = await llama.loadModel({ modelPath: file })
  const context = await model.createContext({ contextSize: contextTokens, threads: countThreads() })
  return { llama, model, sequence: context.getSequence() }
}

async function generate(
  loaded: Loaded,
  request: ModelRequest,
  { signal }: CallOptions,
): Promise<Result<ModelReply>> {
  if (signal.aborted) return timedOut()
  const { toSmolLmPrompt } = await import('./smollm-prompt.ts')
  const started = performance.now()
  const prompt = toSmolLmPrompt(request.messages).tokenize(loaded.model.tokenizer)
  const room = contextTokens - prompt.length
  if (room < 1) return tooLong(prompt.length)
  await loaded.sequence.clearHistory()
  const rest = await readPrompt(loaded.sequence, prompt, signal)
  const options = await toEvaluateOptions(loaded, request)
  const limit = Math.min(request.maxOutputTokens ?? defaultOutputTokens, room)
  const output = await writeAnswer(loaded, { rest, options, limit, stop: request.stop ?? [], signal })
  if (output === null) return timedOut()
  return ok({
    text: output.text.trim(),
    finishReason: output.finishReason,
    usage: { input: prompt.length, output: output.tokens },
    returnedModel: 'smollm2-135m-instruct-q4_1',
    latencyMs: performance.now() - started,
    timeToFirstTokenMs: output.firstTokenAt === null ? null : output.firstTokenAt - started,
  })
}

const tooLong = (tokens: number): Result<never> =>
  fail(
    createError('ASSAY-5006', {
      where: id,
      fix: `shorten the prompt: it has ${tokens} tokens, the model reads ${contextTokens}`,
    }),
  )

/** Reads all of the prompt but its last step, in steps; returns that last step. */
async function readPrompt(
  sequence: LlamaContextSequence,
  prompt: readonly Token[],
  signal: AbortSignal,
): Promise<Token[]> {
  const lastStep = Math.floor((prompt.length - 1) / promptStep) * promptStep
  for (let at = 0; at < lastStep && !signal.aborted; at += promptStep)
    await sequence.evaluateWithoutGeneratingNewTokens(prompt.slice(at, at + promptStep))
  return prompt.slice(lastStep)
}

async function toEvaluateOptions(
  { llama, model }: Loaded,
  { temperature, topP, seed, responseSchema }: ModelRequest,
): Promise<SequenceEvaluateOptions> {
  const sampling = {
    temperature: temperature ?? 0,
    ...(topP === undefined ? {} : { topP }),
    ...(seed === undefined ? {} : { seed }),
  }
  if (responseSchema === undefined) return sampling
  const { LlamaGrammarEvaluationState } = await import('node-llama-cpp')
  const grammar = await toGrammar(llama, responseSchema.schema)
  return { ...sampling, grammarEvaluationState: new LlamaGrammarEvaluationState({ model, grammar }) }
}

/** The grammar of the schema; of any JSON when the schema uses what grammars cannot say. */
async function toGrammar(llama: Llama, schema: Readonly<Record<string, unknown>>) {
  try {
    return await llama.createGrammarForJsonSchema(
      schema as Parameters<Llama['createGrammarForJsonSchema']>[0],
    )
  } catch {
    return llama.getGrammarFor('json')
  }
}

interface AnswerPlan {
  readonly rest: Token[]
  readonly options: SequenceEvaluateOptions
  readonly limit: number
  readonly stop: readonly string[]
  readonly signal: AbortSignal
}

interface WrittenAnswer {
  readonly text: string
  readonly tokens: number
  readonly finishReason: 'stop' | 'length'
  readonly firstTokenAt: number | null
}

/** Writes tokens until the model ends, a stop text appears or the limit is reached; `null` when aborted. */
async function writeAnswer({ model, sequence }: Loaded, plan: AnswerPlan): Promise<WrittenAnswer | null> {
  const { rest, options, limit, stop, signal } = plan
  const tokens: Token[] = []
  let firstTokenAt: number | null = null
  const done = (text: string, finishReason: 'stop' | 'length') => ({
    text,
    tokens: tokens.length,
    finishReason,
    firstTokenAt,
  })
  for await (const token of sequence.evaluate(rest, options)) {
    if (signal.aborted) return null
    firstTokenAt ??= performance.now()
    if (model.isEogToken(token)) return done(model.detokenize(tokens), 'stop')
    tokens.push(token)
    const text = stop.length > 0 ? model.detokenize(tokens) : ''
    const end = stop.map((mark) => text.indexOf(mark)).filter((at) => at !== -1)
    if (end.length > 0) return done(text.slice(0, Math.min(...end)), 'stop')
    if (tokens.length >= limit) return done(model.detokenize(tokens), 'length')
  }
  return signal.aborted ? null : done(model.detokenize(tokens), 'stop')
}
