import type * as z from 'zod'
import { metricDescriptions, type TextMetricId } from '../../metrics/text/metric-descriptions.data.ts'
import type { CorpusMetric, TextMetric } from '../../metrics/text/text-metric.ts'
import { ok } from '../../result.ts'
import type { Check, CheckInput, CorpusScore, Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'

/** A metric with a corpus score; where another team needs it to get the same figure, with its signature. */
type SignedMetric = CorpusMetric & { readonly signature?: (references: number | 'var') => string }

interface MetricParts<Shape extends z.ZodRawShape> {
  /** Parameters beyond the standard ones. */
  readonly schema: z.ZodObject<Shape, z.core.$strict>
  readonly create: (options: z.output<z.ZodObject<Shape, z.core.$strict>>) => TextMetric
  /** The reference implementation's figure of a file is the mean of its rows. */
  readonly hasMean?: boolean
}

/** A text metric as a check of the answer against the references, on the scale of its reference implementation. */
export function createMetricCheck<Shape extends z.ZodRawShape>(
  id: TextMetricId,
  { schema, create, hasMean = false }: MetricParts<Shape>,
): Check {
  const { title, formula, source, range, better, parity, use, avoid, example } = metricDescriptions[id]
  const worse = better === 'higher' ? 0.001 : -0.001
  const sample = { answer: example.answer, reference: example.reference }
  return defineCheck({
    id,
    kind: 'similarity',
    title,
    measures: `${formula}. Range ${range}, ${better} is better. ${source}. Equal to ${parity}. ${use}`,
    limits: `Not for: ${avoid} It passes at any score until a threshold is set.`,
    reads: ['answer', 'reference'],
    cost: 'none',
    better,
    isHeavy: ({ text, references }) => isHeavy(id, text, references),
    parameters: schema,
    examples: [
      { case: sample, use: { threshold: example.score - worse }, outcome: 'pass', score: example.score },
      { case: sample, use: { threshold: example.score + worse }, outcome: 'fail', score: example.score },
      { case: { answer: 'alone' }, outcome: 'not-applicable' },
    ],
    prepare(options) {
      const metric = create(options)
      const corpus = chooseCorpusScore(title, metric, hasMean)
      return ok({
        run: ({ text, references }) => describeScore(title, metric.scoreSentence(text, references)),
        ...(corpus === null ? {} : { corpus }),
      })
    },
  })
}

/** TER tries shifts of words, at about the square of the length; the others take some 50 ms for 10,000 characters. */
const heavyFrom = (id: TextMetricId): number => (id === 'ter' ? 500 : 8_000)

const isHeavy = (id: TextMetricId, text: string, references: readonly string[]): boolean =>
  references.some((reference) => Math.max(text.length, reference.length) > heavyFrom(id))

function chooseCorpusScore(title: string, metric: TextMetric, hasMean: boolean): CorpusScore | null {
  if (isCorpusMetric(metric)) return (inputs) => scoreCorpus(title, metric, inputs)
  return hasMean ? (inputs) => scoreMean(title, metric, inputs) : null
}

const isCorpusMetric = (metric: TextMetric): metric is SignedMetric => 'scoreCorpus' in metric

const nothing: Finding = {
  outcome: 'not-applicable',
  reason: 'no case has an answer and a reference',
}

function scoreCorpus(title: string, metric: SignedMetric, inputs: readonly CheckInput[]): Finding {
  const score = metric.scoreCorpus(inputs.map(({ text, references }) => ({ hypothesis: text, references })))
  if (score === null) return nothing
  const counts = new Set(inputs.map(({ references }) => references.length))
  const [count = 1] = counts
  const signature = metric.signature?.(counts.size === 1 ? count : 'var')
  return describeScore(`${title} of ${inputs.length} cases`, score, signature)
}

function scoreMean(title: string, metric: TextMetric, inputs: readonly CheckInput[]): Finding {
  if (inputs.length === 0) return nothing
  const sum = inputs.reduce(
    (total, { text, references }) => total + metric.scoreSentence(text, references),
    0,
  )
  return describeScore(`mean ${title} of ${inputs.length} cases`, sum / inputs.length)
}

const describeScore = (title: string, score: number, signature?: string): Finding => ({
  outcome: 'score',
  score,
  reason: `${title} ${Number(score.toFixed(4))}${signature === undefined ? '' : ` (${signature})`}`,
})
