import * as z from 'zod'
import { createBleu } from '../../metrics/text/bleu.ts'
import { createChrf } from '../../metrics/text/chrf.ts'
import { textMetrics } from '../../metrics/text/create-text-metric.ts'
import {
  metricDescriptions,
  textMetricIds,
  type TextMetricId,
} from '../../metrics/text/metric-descriptions.data.ts'
import { createRougeL, createRougeLsum, createRougeN } from '../../metrics/text/rouge.ts'
import { createTer } from '../../metrics/text/ter.ts'
import type { CorpusMetric, TextMetric } from '../../metrics/text/text-metric.ts'
import { ok } from '../../result.ts'
import type { Check, CheckInput, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'

type Options = Readonly<Record<string, unknown>>

/** Parameters beyond the standard ones, and the metric made with them. */
interface Tuned {
  readonly shape: z.ZodRawShape
  readonly create: (options: Options) => TextMetric
}

const yes = (description: string) => z.boolean().default(false).describe(description)
const stemmed = { stem: yes('Compare Porter stems of words longer than three letters') }

const bleuSchema = z.strictObject({
  tokenise: z.enum(['13a', 'intl', 'char', 'none']).default('13a').describe('How texts become tokens'),
  smoothing: z
    .enum(['exp', 'floor', 'add-k', 'none'])
    .default('exp')
    .describe('What an order without a match counts as'),
  lowercase: yes('Compare in lower case'),
})
const chrfSchema = z.strictObject({
  wordOrder: z.number().int().min(0).max(4).default(0).describe('Longest word n-gram: 2 makes it chrF++'),
  lowercase: yes('Compare in lower case'),
})
const terSchema = z.strictObject({
  normalized: yes('Split punctuation off'),
  noPunct: yes('Leave punctuation out'),
  asianSupport: yes('Split Chinese and Japanese to characters'),
  caseSensitive: yes('Compare with case'),
})
const stemSchema = z.strictObject(stemmed)

const tuned: Readonly<Partial<Record<TextMetricId, Tuned>>> = {
  bleu: { shape: bleuSchema.shape, create: (options) => createBleu(bleuSchema.parse(options)) },
  chrf: { shape: chrfSchema.shape, create: (options) => createChrf(chrfSchema.parse(options)) },
  ter: { shape: terSchema.shape, create: (options) => createTer(terSchema.parse(options)) },
  'rouge-1': { shape: stemmed, create: (options) => createRougeN(1, stemSchema.parse(options)) },
  'rouge-2': { shape: stemmed, create: (options) => createRougeN(2, stemSchema.parse(options)) },
  'rouge-l': { shape: stemmed, create: (options) => createRougeL(stemSchema.parse(options)) },
  'rouge-lsum': { shape: stemmed, create: (options) => createRougeLsum(stemSchema.parse(options)) },
}

/** Each text metric as a check of the answer against the references. */
export const textMetricChecks: readonly Check[] = textMetricIds.map((id) => {
  const { title, formula, source, range, better, parity, use, avoid, example } = metricDescriptions[id]
  const shape = tuned[id]?.shape ?? {}
  const bound = better === 'higher' ? example.score + 0.001 : example.score - 0.001
  const near = better === 'higher' ? example.score - 0.001 : example.score + 0.001
  const sample = { answer: example.answer, reference: example.reference }
  return defineCheck({
    id,
    kind: 'similarity',
    title,
    measures: `${formula}. Range ${range}, ${better} is better. ${source}. Equal to ${parity}. ${use}`,
    limits: avoid,
    reads: ['answer', 'reference'],
    cost: 'none',
    better,
    parameters: z.strictObject(shape),
    examples: [
      { case: sample, use: { threshold: near }, outcome: 'pass', score: example.score },
      { case: sample, use: { threshold: bound }, outcome: 'fail', score: example.score },
      { case: { answer: 'alone' }, outcome: 'not-applicable' },
    ],
    prepare(options) {
      const metric = tuned[id]?.create(options) ?? textMetrics[id]()
      const corpus = isCorpusMetric(metric) ? { corpus: scoreCorpus(title, metric) } : {}
      return ok({
        run: ({ text, references }) => describeScore(title, metric.scoreSentence(text, references)),
        ...corpus,
      })
    },
  })
})

const isCorpusMetric = (metric: TextMetric): metric is CorpusMetric => 'scoreCorpus' in metric

const scoreCorpus =
  (title: string, metric: CorpusMetric) =>
  (inputs: readonly CheckInput[]): Finding => {
    const score = metric.scoreCorpus(inputs.map(({ text, references }) => ({ hypothesis: text, references })))
    return score === null
      ? { outcome: 'not-applicable', reason: 'no case has an answer and a reference' }
      : describeScore(`${title} of ${inputs.length} cases`, score)
  }

const describeScore = (title: string, score: number): Finding => ({
  outcome: 'score',
  score,
  reason: `${title} ${Number(score.toFixed(4))}`,
})
