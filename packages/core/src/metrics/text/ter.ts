import { SACREBLEU_VERSION } from './bleu.ts'
import { TokenInterner } from './token-interner.ts'
import { countTerEdits } from './ter-edits.ts'
import { type CorpusMetric, defineCorpusMetric, requireReference } from './text-metric.ts'
import { stripWhitespaceEnd } from './tokenisers/split-whitespace.ts'
import { type TercomOptions, tokeniseTercom } from './tokenisers/tokenise-tercom.ts'
import { type Tokens, toStrings } from './tokenisers/tokens.ts'

export interface TerMetric extends CorpusMetric {
  /** sacreBLEU's signature: everything another team needs to get the same figure. */
  signature(references: number | 'var'): string
}

/**
 * TER = edits / mean reference length · 100, from 0 with no upper end; lower is better. Edits are insertions,
 * deletions, substitutions and shifts of a run of words, against the reference that needs the fewest; shifts are
 * found greedily. Snover et al., AMTA 2006; equal to sacreBLEU 2.6.0, which follows Tercom.
 */
export function createTer(options: TercomOptions = {}): TerMetric {
  const interner = new TokenInterner()
  const tokenise = (text: string): Tokens => tokeniseTercom(stripWhitespaceEnd(text), options)
  // sacreBLEU tokenises references twice, which matters with `normalized`: "runner's." splits once more.
  const tokeniseReference = (text: string): Tokens =>
    options.normalized === true ? tokenise(toStrings(tokenise(text)).join(' ')) : tokenise(text)
  const collectStatistics = (hypothesis: string, references: readonly string[]): number[] => {
    requireReference(references)
    interner.reset()
    const words = Int32Array.from(interner.intern(tokenise(hypothesis)))
    let fewest = Number.POSITIVE_INFINITY
    let lengths = 0
    for (const reference of references) {
      const against = Int32Array.from(interner.intern(tokeniseReference(reference)))
      fewest = Math.min(fewest, countTerEdits(words, against))
      lengths += against.length
    }
    return [fewest, lengths / references.length]
  }
  const yesNo = (value: boolean | undefined): string => (value === true ? 'yes' : 'no')
  return {
    ...defineCorpusMetric({ id: 'ter', collectStatistics, scoreStatistics: scoreTer }),
    signature: (references) =>
      [
        `nrefs:${references}`,
        `case:${options.caseSensitive === true ? 'mixed' : 'lc'}`,
        'tok:tercom',
        `norm:${yesNo(options.normalized)}`,
        `punct:${yesNo(options.noPunct !== true)}`,
        `asian:${yesNo(options.asianSupport)}`,
        `version:${SACREBLEU_VERSION}`,
      ].join('|'),
  }
}

function scoreTer([edits = 0, length = 0]: readonly number[]): number {
  if (length > 0) return 100 * (edits / length)
  return edits > 0 ? 100 : 0
}
