import { EditCounter } from './edit-distance.ts'
import { type CorpusMetric, defineCorpusMetric, requireReference } from './text-metric.ts'

/** Turns texts into symbols that can be compared with each other. */
type ToSequences = (texts: readonly string[]) => readonly (readonly number[])[]

/** Edits over the length of the reference; of several references the one with the lowest rate counts. */
export function defineErrorRate(id: 'wer' | 'cer', toSequences: ToSequences): CorpusMetric {
  const edits = new EditCounter()
  const collectStatistics = (hypothesis: string, references: readonly string[]): readonly number[] => {
    requireReference(references)
    const [text = [], ...sequences] = toSequences([hypothesis, ...references])
    let best: readonly number[] | null = null
    for (const against of sequences) {
      const counts = [edits.count(against, text), against.length]
      if (best === null || scoreErrorRate(counts) < scoreErrorRate(best)) best = counts
    }
    return best ?? []
  }
  return defineCorpusMetric({ id, collectStatistics, scoreStatistics: scoreErrorRate })
}

function scoreErrorRate([edits = 0, length = 0]: readonly number[]): number {
  return length === 0 ? edits : edits / length
}
