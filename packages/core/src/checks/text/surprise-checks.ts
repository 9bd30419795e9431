import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { computeBitsPerByte } from '../../metrics/text/bits-per-byte.ts'
import { computePerplexity } from '../../metrics/text/perplexity.ts'
import { fail, ok } from '../../result.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'

interface Measure {
  readonly id: string
  readonly title: string
  readonly measures: string
  readonly limits: string
  /** Of three tokens, each with a probability of 1/8, in a text of 9 bytes. */
  readonly exampleScore: number
  readonly compute: (logProbabilities: readonly number[], byteLength: number) => number | null
  readonly describe: (score: number) => string
}

const measures: readonly Measure[] = [
  {
    id: 'perplexity',
    title: 'Perplexity',
    measures:
      'exp(−mean log p) of the answer’s tokens by a small local model (SmolLM2-135M), from 1 with no upper end: as if it chose among so many equally likely tokens each time. Low is fluent and expected (Jelinek et al. 1977).',
    limits:
      'It says how usual a text is, not how true; short texts swing. Compare only figures of one model: for others bits-per-byte. About 25 ms a token, 2,048 tokens at most. It passes at any score until a threshold is set.',
    exampleScore: 8,
    compute: computePerplexity,
    describe: (score) => `perplexity ${score.toFixed(1)}`,
  },
  {
    id: 'bits-per-byte',
    title: 'Bits per byte',
    measures:
      '−Σ log p / (ln 2 · bytes) of the answer by a small local model (SmolLM2-135M), from 0 with no upper end: what the model would need to store a byte of it (Gao et al. 2020). It does not depend on the tokeniser.',
    limits:
      'It says how usual a text is, not how true; texts in other languages than English score high. About 25 ms a token, 2,048 tokens at most. It passes at any score until a threshold is set.',
    exampleScore: 1,
    compute: computeBitsPerByte,
    describe: (score) => `${score.toFixed(2)} bits per byte`,
  },
]

const eighths = [Math.log(1 / 8), Math.log(1 / 8), Math.log(1 / 8)]
const answer = 'It is 30.'

/** How unexpected an answer is to a language model. */
export const surpriseChecks: readonly Check[] = measures.map(
  ({ id, exampleScore, compute, describe, ...words }) =>
    defineCheck({
      id,
      kind: 'text',
      ...words,
      reads: ['answer'],
      cost: 'local model',
      better: 'lower',
      parameters: z.strictObject({}),
      examples: [
        {
          case: { answer },
          use: { threshold: exampleScore + 0.001 },
          modelReplies: [eighths],
          outcome: 'pass',
          score: exampleScore,
        },
        {
          case: { answer },
          use: { threshold: exampleScore - 0.001 },
          modelReplies: [eighths],
          outcome: 'fail',
          score: exampleScore,
        },
        { case: { answer: '' }, modelReplies: [[]], outcome: 'not-judged' },
      ],
      prepare: () =>
        ok({
          async run({ text }, { scorer, signal }) {
            if (scorer === null)
              return fail(
                createError('ASSAY-7014', {
                  where: id,
                  fix: 'assay models pull brings the small local model',
                }),
              )
            if (text === '') return ok({ outcome: 'not-judged', reason: 'the text is empty' })
            const scored = await scorer.scoreTokens(text, signal)
            if (!scored.ok) return scored
            const score = compute(scored.value, new TextEncoder().encode(text).length)
            return ok(
              score === null
                ? { outcome: 'not-judged', reason: 'the text has no token' }
                : { outcome: 'score', score, reason: `${describe(score)} (${scorer.id})` },
            )
          },
        }),
    }),
)
