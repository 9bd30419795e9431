import type { Check } from '../check.ts'
import { embeddingSimilarityCheck } from './embedding-similarity.ts'
import { textMetricChecks } from './text-metric-checks.ts'

export const similarityChecks: readonly Check[] = [...textMetricChecks, embeddingSimilarityCheck]
