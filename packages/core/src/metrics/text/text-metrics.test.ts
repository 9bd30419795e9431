import { expect, test } from 'vitest'
import { computeBitsPerByte } from './bits-per-byte.ts'
import { textMetrics } from './create-text-metric.ts'
import { computeDistinctN } from './distinct-n.ts'
import {
  metricDescriptions,
  type SampleMetricDescription,
  type SampleMetricId,
  sampleMetricDescriptions,
  sampleMetricIds,
  textMetricIds,
} from './metric-descriptions.data.ts'
import { computePerplexity } from './perplexity.ts'
import { computeSelfBleu } from './self-bleu.ts'

test.each(textMetricIds)('%s gives the score of its example', (id) => {
  const { answer, reference, score } = metricDescriptions[id].example
  expect(textMetrics[id]().scoreSentence(answer, [reference])).toBeCloseTo(score, 6)
})

test.each(sampleMetricIds)('%s gives the score of its example', (id) => {
  const { example } = sampleMetricDescriptions[id]
  expect(scoreSample(id, example)).toBeCloseTo(example.score, 6)
})

test.each(textMetricIds)('%s has no score without a reference, and says so as a bug', (id) => {
  expect(() => textMetrics[id]().scoreSentence('a', [])).toThrow('reference')
})

test('a corpus without pairs has no score', () => {
  for (const id of textMetricIds) {
    const metric = textMetrics[id]()
    if ('scoreCorpus' in metric && typeof metric.scoreCorpus === 'function') {
      expect(metric.scoreCorpus([])).toBeNull()
    }
  }
})

function scoreSample(id: SampleMetricId, example: SampleMetricDescription['example']): number | null {
  if ('texts' in example)
    return id === 'self-bleu' ? computeSelfBleu(example.texts) : computeDistinctN(example.texts)
  const { logProbabilities, byteLength } = example
  return id === 'perplexity'
    ? computePerplexity(logProbabilities)
    : computeBitsPerByte(logProbabilities, byteLength)
}
