import { normaliseSquad } from './normalise-squad.ts'
import { bestOver, type TextMetric } from './text-metric.ts'

export interface ExactMatchOptions {
  /** `squad` (default), `none`, or what texts go through before they are compared. */
  readonly normalise?: 'squad' | 'none' | ((text: string) => string)
}

/**
 * 1 when the normalised text equals a normalised reference, else 0. Rajpurkar et al., EMNLP 2016; equal to
 * SQuAD's official script.
 */
export function createExactMatch(options: ExactMatchOptions = {}): TextMetric {
  const { normalise = 'squad' } = options
  const prepare = pick(normalise)
  return {
    id: 'exact-match',
    scoreSentence: (hypothesis, references) => {
      const text = prepare(hypothesis)
      return bestOver(references, (reference) => (prepare(reference) === text ? 1 : 0))
    },
  }
}

function pick(normalise: NonNullable<ExactMatchOptions['normalise']>): (text: string) => string {
  if (typeof normalise === 'function') return normalise
  return normalise === 'squad' ? normaliseSquad : (text) => text
}
