export { computeRetrievalMetrics, type RetrievalMetrics } from './retrieval-metrics.ts'
export { matchRetrieved, type ReferenceContext } from './match-retrieved.ts'
export { type Ranking } from './ranking.ts'
export { computeBitsPerByte } from './text/bits-per-byte.ts'
export { textMetrics } from './text/create-text-metric.ts'
export { computeDistinctN } from './text/distinct-n.ts'
export { levenshteinDistance } from './text/levenshtein.ts'
export {
  metricDescriptions,
  sampleMetricDescriptions,
  sampleMetricIds,
  type TextMetricId,
  textMetricIds,
} from './text/metric-descriptions.data.ts'
export { computePerplexity } from './text/perplexity.ts'
export { computeSelfBleu } from './text/self-bleu.ts'
export { type CorpusMetric, sumStatistics, type TextMetric, type TextPair } from './text/text-metric.ts'
