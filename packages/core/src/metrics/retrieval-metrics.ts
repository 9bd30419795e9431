import { rankGains, type RankGains, type Ranking } from './ranking.ts'

/** All at k, each from 0 to 1. */
export interface RetrievalMetrics {
  readonly hitRate: number
  readonly recall: number
  readonly precision: number
  readonly mrr: number
  readonly ndcg: number
  readonly averagePrecision: number
  readonly k: number
}

/** null, "not available": no documents were returned with the answer, or the question has no reference contexts. */
export function computeRetrievalMetrics(ranking: Ranking | null, k: number): RetrievalMetrics | null {
  if (!ranking || ranking.relevant.size === 0) return null
  const ranked = rankGains(ranking, k)
  return {
    hitRate: ranked.found > 0 ? 1 : 0,
    recall: ranked.found / ranking.relevant.size,
    precision: precision(ranked),
    mrr: reciprocalRank(ranked),
    ndcg: normalisedGain(ranked, k),
    averagePrecision: averagePrecision(ranked, k),
    k,
  }
}

/** Share of the documents looked at that carry a reference context; 0 for none. Divides by min(k, retrieved). */
function precision({ matches }: RankGains): number {
  return matches.length === 0 ? 0 : matches.filter(Boolean).length / matches.length
}

/** 1 / rank of the first match, 0 without one (Voorhees 1999). Its mean over questions is the MRR. */
function reciprocalRank({ matches }: RankGains): number {
  const rank = matches.indexOf(true)
  return rank < 0 ? 0 : 1 / (rank + 1)
}

/** nDCG with binary gains and discount log2(rank + 1) (Järvelin & Kekäläinen 2002). */
function normalisedGain({ gains, ideal }: RankGains, k: number): number {
  const perfect = Array.from({ length: Math.min(ideal, k) }, () => true)
  return discountedGain(gains) / discountedGain(perfect)
}

const discountedGain = (gains: readonly boolean[]): number =>
  gains.reduce((sum, gain, index) => sum + (gain ? 1 / Math.log2(index + 2) : 0), 0)

/** Mean over the ideal ranks, at most k, of the precision at each gain (Buckley & Voorhees 2000, cut at k). */
function averagePrecision({ gains, ideal }: RankGains, k: number): number {
  let gained = 0
  let sum = 0
  for (const [index, gain] of gains.entries()) {
    if (!gain) continue
    gained += 1
    sum += gained / (index + 1)
  }
  return sum / Math.min(ideal, k)
}
