export { computeRetrievalMetrics, type RetrievalMetrics } from './retrieval-metrics.ts'
export { matchRetrieved, type ReferenceContext } from './match-retrieved.ts'
export { type Ranking } from './ranking.ts'
