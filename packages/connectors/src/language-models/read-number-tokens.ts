import type { NumberToken } from '@assay/contracts'
import * as z from 'zod'

const tokenSchema = z.object({ token: z.string(), logprob: z.number() })
const choicesSchema = z.object({
  choices: z
    .array(
      z.object({
        logprobs: z.object({ content: z.array(tokenSchema.extend({ top_logprobs: z.array(tokenSchema) })) }),
      }),
    )
    .min(1),
})

/** OpenAI's most likely tokens, sent with `top_logprobs`: more may not be asked for. */
export const mostAlternatives = 20

/**
 * The numbers of an OpenAI chat completion with their probabilities: a small part of what `logprobs` holds, which would be
 * many times the text. `undefined`: none were sent, or the tokens do not make up the text.
 */
export function readNumberTokens(body: unknown, text: string): NumberToken[] | undefined {
  const content = choicesSchema.safeParse(body).data?.choices[0]?.logprobs.content
  if (content === undefined || content.map(({ token }) => token).join('') !== text) return undefined
  const numbers: NumberToken[] = []
  let start = 0
  for (const { token, top_logprobs } of content) {
    if (isNumber(token)) numbers.push({ start, probabilities: toProbabilities(top_logprobs) })
    start += token.length
  }
  return numbers
}

const isNumber = (token: string): boolean => /^\s*\d+$/.test(token)

function toProbabilities(tokens: readonly z.infer<typeof tokenSchema>[]): Record<string, number> {
  const probabilities: Record<string, number> = {}
  for (const { token, logprob } of tokens)
    if (isNumber(token)) {
      const number = token.trim()
      probabilities[number] = (probabilities[number] ?? 0) + Math.exp(logprob)
    }
  return probabilities
}
