import { createError, fail, ok, type Result } from '@assay/core'
import type { ControlledEvaluateInputItem, LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp'
import { smolLmId } from './smollm-id.ts'

/** A token costs about 25 ms: the whole distribution over the vocabulary is read for each. */
const maxTokens = 2_048
/** Tokens between two looks at the signal: under a second. */
const step = 32

interface Loaded {
  readonly model: LlamaModel
  readonly sequence: LlamaContextSequence
}

/** Natural log-probabilities by the model's own distribution, without temperature, after its token for the start of a text. */
export async function scoreTokens(
  { model, sequence }: Loaded,
  text: string,
  signal: AbortSignal,
): Promise<Result<readonly number[]>> {
  const tokens = model.tokenize(text)
  if (tokens.length > maxTokens)
    return fail(
      createError('ASSAY-5006', {
        where: smolLmId,
        fix: `shorten the text: it has ${tokens.length} tokens, ${maxTokens} are scored`,
      }),
    )
  const start = model.tokens.bos
  const input = start === null ? tokens : [start, ...tokens]
  const scores: number[] = []
  await sequence.clearHistory()
  for (let at = 0; at + 1 < input.length; at += step) {
    if (signal.aborted) return fail(createError('ASSAY-5003', { where: smolLmId }))
    const part = input.slice(at, Math.min(at + step, input.length - 1))
    const results = await sequence.controlledEvaluate(part.map(askForDistribution))
    for (const [index, result] of results.entries()) {
      const next = input[at + index + 1]
      const likelihood = next === undefined ? undefined : result?.next.probabilities?.get(next)
      if (likelihood === undefined) throw new Error('bug: the model gave no distribution')
      scores.push(Math.log(likelihood))
    }
  }
  return ok(scores)
}

const askForDistribution = (token: Token): ControlledEvaluateInputItem => [
  token,
  { generateNext: { probabilities: true } },
]
