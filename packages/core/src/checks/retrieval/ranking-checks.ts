import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { matchRetrieved } from '../../metrics/match-retrieved.ts'
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

/** Whether the documents that came with the answer are the right ones. */
export const rankingChecks: readonly Check[] = rankings.map(({ id, title, measures, field, threshold }) =>
  defineCheck({
    id,
    kind: 'retrieval',
    title,
    measures: `${measures} Documents and passages are matched by id, else by text overlap.`,
    limits: `The threshold of ${threshold} is a starting value of ours.`,
    reads: ['contexts', 'referenceContexts'],
    cost: 'none',
    better: 'higher',
    threshold,
    parameters: z.strictObject({
      k: z.number().int().positive().default(5).describe('Documents looked at, from the top'),
    }),
    examples: [
      { case: found, outcome: 'pass', score: 1 },
      { case: missed, outcome: 'fail', score: 0 },
      { case: { answer: 'It is 30 s.' }, outcome: 'not-applicable' },
    ],
    prepare: ({ k }) =>
      ok({
        run({ case: { contexts = [], referenceContexts = [] } }) {
          const references = referenceContexts.map((passage, index) => ({
            id: 'id' in passage && typeof passage.id === 'string' ? passage.id : `passage ${index + 1}`,
            text: passage.text,
          }))
          const retrieved = contexts.map((passage) => ({
            text: passage.text,
            ...('id' in passage && typeof passage.id === 'string' ? { id: passage.id } : {}),
          }))
          const metrics = computeRetrievalMetrics(matchRetrieved(retrieved, references), k)
          if (metrics === null)
            return { outcome: 'not-applicable', reason: 'the case has no reference passages' }
          const score = metrics[field]
          return {
            outcome: 'score',
            score,
            reason: `${title.replace('at k', `at ${k}`)} ${Number(score.toFixed(4))}`,
          }
        },
      }),
  }),
)
