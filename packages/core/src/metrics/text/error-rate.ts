import { countEdits } from './edit-distance.ts'
import { type CorpusMetric, defineCorpusMetric, requireReference } from './text-metric.ts'

/** Edits over the length of the reference; `toSequences` turns the hypothesis and its references into symbols. */
export function defineErrorRate(
  id: 'wer' | 'cer',
  toSequences: (texts: readonly string[]) => readonly Int32Array[],
): CorpusMetric {
  const collectStatistics = (hypothesis: string, references: readonly string[]): readonly number[] => {
    requireReference(references)
    const [text = new Int32Array(0), ...against] = toSequences([hypothesis, ...references])
    let best: readonly number[] = []
    for (const reference of against) {
      const counts = [countEdits(reference, text), reference.length]
      if (best.length === 0 || scoreErrorRate(counts) < scoreErrorRate(best)) best = counts
    }
    return best
  }
  return defineCorpusMetric({ id, collectStatistics, scoreStatistics: scoreErrorRate })
}

function scoreErrorRate([edits = 0, length = 0]: readonly number[]): number {
  return length === 0 ? edits : edits / length
}
