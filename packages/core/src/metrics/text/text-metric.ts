import type { TextMetricId } from './metric-descriptions.data.ts'

/** An answer and the texts it is measured against. `references` holds at least one text. */
export interface TextPair {
  readonly hypothesis: string
  readonly references: readonly string[]
}

/**
 * A metric of one text against one or more references. Scores keep the scale of the reference implementation
 * (BLEU, chrF and TER count to 100, the others to 1); the metric's description says which.
 * A metric reuses its buffers between calls: make one with its `create…` function and keep it.
 */
export interface TextMetric {
  readonly id: TextMetricId
  /** Throws when there is no reference: a pair without one has no score. */
  scoreSentence(hypothesis: string, references: readonly string[]): number
}

/** A metric whose score of many pairs is not the mean of their scores: counts are summed, then scored. */
export interface CorpusMetric extends TextMetric {
  /** The counts of one pair. They add up, so resampling pairs (paired bootstrap) never scores a text twice. */
  collectStatistics(hypothesis: string, references: readonly string[]): readonly number[]
  scoreStatistics(statistics: readonly number[]): number
  /** `null` when there are no pairs. */
  scoreCorpus(pairs: readonly TextPair[]): number | null
}

type CorpusParts = Pick<CorpusMetric, 'id' | 'collectStatistics' | 'scoreStatistics'>

export function defineCorpusMetric({ id, collectStatistics, scoreStatistics }: CorpusParts): CorpusMetric {
  return {
    id,
    collectStatistics,
    scoreStatistics,
    scoreSentence: (hypothesis, references) => scoreStatistics(collectStatistics(hypothesis, references)),
    scoreCorpus: (pairs) => {
      const total = sumStatistics(
        pairs.map(({ hypothesis, references }) => collectStatistics(hypothesis, references)),
      )
      return total === null ? null : scoreStatistics(total)
    },
  }
}

/** The counts of several pairs together; `null` when there are none. */
export function sumStatistics(rows: readonly (readonly number[])[]): readonly number[] | null {
  const [first] = rows
  if (first === undefined) return null
  const total = first.map(() => 0)
  for (const row of rows)
    for (const [index, value] of row.entries()) total[index] = (total[index] ?? 0) + value
  return total
}

/** The highest score over the references. */
export function bestOver(references: readonly string[], score: (reference: string) => number): number {
  requireReference(references)
  let best = Number.NEGATIVE_INFINITY
  for (const reference of references) best = Math.max(best, score(reference))
  return best
}

export function requireReference(references: readonly string[]): void {
  if (references.length === 0) throw new Error('bug: a pair without a reference has no score')
}
