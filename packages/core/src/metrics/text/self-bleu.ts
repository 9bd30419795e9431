import { type BleuOptions, createBleu } from './bleu.ts'

/**
 * Self-BLEU: the mean BLEU of each text against all the others as its references, from 0 (nothing shared) to 100
 * (all alike); high means little variety. `null` under two texts. Zhu et al., SIGIR 2018, with sacreBLEU's
 * sentence BLEU and its smoothing.
 */
export function computeSelfBleu(texts: readonly string[], options: BleuOptions = {}): number | null {
  if (texts.length < 2) return null
  const bleu = createBleu(options)
  const scores = texts.map((text, index) => bleu.scoreSentence(text, texts.toSpliced(index, 1)))
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
