import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok } from '../../result.ts'
import { defineCheck } from '../define-check.ts'

/** How near in meaning the answer and a reference are, by an embedder. */
export const embeddingSimilarityCheck = defineCheck({
  id: 'embedding-similarity',
  kind: 'similarity',
  title: 'Embedding similarity',
  measures: 'Cosine of the embeddings of the answer and the nearest reference, −1 to 1.',
  limits:
    'Near in topic is not the same in fact: "30 s" and "60 s" are almost one. The scale differs by embedder; the threshold of 0.75 is a starting value of ours.',
  reads: ['answer', 'reference'],
  cost: 'embeddings',
  better: 'higher',
  threshold: 0.75,
  parameters: z.strictObject({}),
  examples: [
    { case: { answer: 'the limit is 30 s', reference: 'the limit is 30 s' }, outcome: 'pass', score: 1 },
    { case: { answer: 'blue whales sing', reference: 'invoices arrive monthly' }, outcome: 'fail' },
  ],
  prepare: () =>
    ok({
      async run({ text, references }, { embedder, signal }) {
        if (embedder === null)
          return fail(
            createError('ASSAY-7014', {
              where: 'embedding-similarity',
              fix: 'name an embedder, such as --embedder local:minilm',
            }),
          )
        if (text.trim() === '') return ok({ outcome: 'not-judged', reason: 'an empty text has no meaning' })
        const vectors = await embedder.embed([text, ...references], signal)
        if (!vectors.ok) return vectors
        const [answer, ...others] = vectors.value
        if (answer === undefined || others.length !== references.length)
          return fail(
            broken(embedder.id, `${references.length + 1} texts gave ${vectors.value.length} vectors`),
          )
        const best = Math.max(...others.map((other) => cosine(answer, other)))
        return Number.isFinite(best)
          ? ok({ outcome: 'score', score: best, reason: `cosine ${best.toFixed(3)} (${embedder.id})` })
          : fail(broken(embedder.id, 'a vector holds no numbers'))
      },
    }),
})

const broken = (embedder: string, detail: string) =>
  createError('ASSAY-7013', { where: `embedding-similarity, ${embedder}`, detail })

/** Of vectors of length 1: their dot product. */
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
