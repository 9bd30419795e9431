import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { matchRetrieved } from '../../metrics/match-retrieved.ts'
import type { Ranking } from '../../metrics/ranking.ts'
import { computeRetrievalMetrics, type RetrievalMetrics } from '../../metrics/retrieval-metrics.ts'
import { ok } from '../../result.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'

interface RankingCheck {
  readonly id: string
  readonly title: string
  readonly measures: string
  readonly field: Exclude<keyof RetrievalMetrics, 'k'>
  readonly threshold: number
}

const rankings: readonly RankingCheck[] = [
  {
    id: 'hit-rate',
    title: 'Hit rate at k',
    measures: '1 where one of the first k retrieved documents holds a reference passage, else 0.',
    field: 'hitRate',
    threshold: 1,
  },
  {
    id: 'recall-at-k',
    title: 'Recall at k',
    measures: 'Share of the reference passages that the first k retrieved documents hold.',
    field: 'recall',
    threshold: 0.5,
  },
  {
    id: 'precision-at-k',
    title: 'Precision at k',
    measures: 'Share of the first k retrieved documents that hold a reference passage.',
    field: 'precision',
    threshold: 0.2,
  },
  {
    id: 'mrr',
    title: 'Reciprocal rank',
    measures:
      '1 / rank of the first document that holds a reference passage, 0 without one; its mean is the MRR (Voorhees 1999).',
    field: 'mrr',
    threshold: 0.5,
  },
  {
    id: 'ndcg',
    title: 'nDCG at k',
    measures:
      'Discounted gain of the ranking over that of the best one, binary gains (Järvelin & Kekäläinen 2002).',
    field: 'ndcg',
    threshold: 0.5,
  },
  {
    id: 'map',
    title: 'Average precision at k',
    measures:
      'Mean of the precision at each document that adds a reference passage; its mean is the MAP (Buckley & Voorhees 2000).',
    field: 'averagePrecision',
    threshold: 0.5,
  },
]

const found: CheckCase = {
  contexts: [{ id: 'limits.md', text: 'The limit is 30 s.' }],
  referenceContexts: [{ id: 'limits.md', text: 'The limit is 30 s.' }],
}
const missed: CheckCase = { ...found, contexts: [{ id: 'plans.md', text: 'Three plans.' }] }
const second: CheckCase = {
  ...found,
  contexts: [{ id: 'plans.md', text: 'Three plans.' }, ...(found.contexts ?? [])],
}

const matchParameter = z
  .enum(['either', 'id', 'text'])
  .default('either')
  .describe(
    'How a document is known to hold a passage: by equal ids, by overlap of their texts, or by either',
  )

type Match = z.output<typeof matchParameter>

/** Whether the documents that came with the answer are the right ones. */
export const rankingChecks: readonly Check[] = rankings.map(({ id, title, measures, field, threshold }) =>
  defineCheck({
    id,
    kind: 'retrieval',
    title,
    measures: `${measures} A document holds a passage when their ids are equal, when 70 % of the passage's word triples stand in it, or when 70 % of its own stand in the passage; where the passage names quotes, such a piece must hold one of them.`,
    limits: `A document that says the same in other words is not found: use context-recall. The threshold of ${threshold} is a starting value of ours.`,
    reads: ['contexts', 'referenceContexts'],
    cost: 'none',
    better: 'higher',
    threshold,
    parameters: z.strictObject({
      k: z.number().int().positive().default(5).describe('Documents looked at, from the top'),
      match: matchParameter,
    }),
    examples: [
      { case: found, outcome: 'pass', score: 1 },
      { case: missed, outcome: 'fail', score: 0 },
      { case: second, parameters: { k: 1 }, outcome: 'fail', score: 0 },
      { case: { ...found, contexts: [] }, outcome: 'fail', score: 0 },
      { case: { answer: 'It is 30 s.' }, outcome: 'not-applicable' },
    ],
    prepare: ({ k, match }) =>
      ok({
        run({ case: checkCase }) {
          const ranking = rank(checkCase, match)
          const metrics = computeRetrievalMetrics(ranking, k)
          if (ranking === null || metrics === null)
            return { outcome: 'not-applicable', reason: 'the case has no reference passages' }
          const score = metrics[field]
          const name = title.replace('at k', `at ${k}`)
          return {
            outcome: 'score',
            score,
            reason: `${name} ${Number(score.toFixed(4))}; ${describeRanks(ranking, k)}`,
          }
        },
      }),
  }),
)

/**
 * By the rule of the run's own retrieval figures, quotes included. Passages without an id get one that no document can
 * have by chance.
 */
function rank({ contexts = [], referenceContexts = [] }: CheckCase, match: Match): Ranking | null {
  const references = referenceContexts.map((passage, index) => ({
    id: readId(passage) ?? `reference passage ${index + 1}`,
    text: match === 'id' ? '' : passage.text,
    quotes: match === 'id' ? [] : readQuotes(passage),
  }))
  const retrieved = contexts.map((passage) => {
    const own = match === 'text' ? undefined : readId(passage)
    return { text: match === 'id' ? '' : passage.text, ...(own === undefined ? {} : { id: own }) }
  })
  return matchRetrieved(retrieved, references)
}

const readId = (passage: object): string | undefined =>
  'id' in passage && typeof passage.id === 'string' ? passage.id : undefined

/** The words of the passage that the right answer rests on. */
const readQuotes = (passage: object): readonly string[] =>
  'quotes' in passage && Array.isArray(passage.quotes)
    ? passage.quotes.filter((quote) => typeof quote === 'string')
    : []

/** Where each reference passage stands first, and which stand nowhere in the first k. */
function describeRanks({ retrieved, relevant }: Ranking, k: number): string {
  const rankOf = (id: string): number =>
    retrieved.slice(0, k).findIndex((carried) => carried.includes(id)) + 1
  const ids = [...relevant]
  const there = ids.filter((id) => rankOf(id) > 0).map((id) => `${id} at rank ${rankOf(id)}`)
  const absent = ids.filter((id) => rankOf(id) === 0)
  return [
    ...(there.length === 0 ? [] : [`found: ${there.slice(0, 3).join(', ')}${more(there)}`]),
    ...(absent.length === 0
      ? []
      : [`not in the first ${k}: ${absent.slice(0, 3).join(', ')}${more(absent)}`]),
  ].join('; ')
}

const more = ({ length }: readonly string[]): string => (length > 3 ? ` and ${length - 3} more` : '')
