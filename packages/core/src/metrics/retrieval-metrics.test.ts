import fc from 'fast-check'
import { expect, test } from 'vitest'
import fixture from './fixtures/retrieval.json' with { type: 'json' }
import { computeRetrievalMetrics } from './retrieval-metrics.ts'

test.each(fixture.cases)('agrees with trec_eval to 1e-9: case %#', ({ retrieved, relevant, metrics }) => {
  const computed = computeRetrievalMetrics({ retrieved, relevant: new Set(relevant) }, metrics.k)
  for (const [name, value] of Object.entries(metrics))
    expect(Reflect.get(computed ?? {}, name), name).toBeCloseTo(value, 9)
})

test('a question without reference contexts, or an answer without documents, is not available', () => {
  expect(computeRetrievalMetrics({ retrieved: ['a'], relevant: new Set() }, 5)).toBeNull()
  expect(computeRetrievalMetrics(null, 5)).toBeNull()
})

test('a retriever that found nothing scores 0 everywhere', () => {
  const metrics = computeRetrievalMetrics({ retrieved: [], relevant: new Set(['a']) }, 5)
  expect(metrics).toEqual({
    hitRate: 0,
    recall: 0,
    precision: 0,
    mrr: 0,
    ndcg: 0,
    averagePrecision: 0,
    k: 5,
  })
})

test('one large document that carries both references is a perfect retrieval', () => {
  const metrics = computeRetrievalMetrics({ retrieved: [['a', 'b'], []], relevant: new Set(['a', 'b']) }, 2)
  expect(metrics).toMatchObject({ recall: 1, mrr: 1, ndcg: 1, averagePrecision: 1, precision: 0.5 })
})

test('several pieces of one reference count once for recall and gain, but each for precision', () => {
  const metrics = computeRetrievalMetrics(
    { retrieved: [['a'], ['a'], ['a']], relevant: new Set(['a', 'b']) },
    3,
  )
  expect(metrics).toMatchObject({ recall: 0.5, precision: 1, averagePrecision: 0.5 })
})

test('average precision at k below the number of references can still reach 1', () => {
  const metrics = computeRetrievalMetrics({ retrieved: ['a', 'b'], relevant: new Set(['a', 'b', 'c']) }, 2)
  expect(metrics).toMatchObject({ averagePrecision: 1, ndcg: 1, recall: 2 / 3 })
})

const document = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 })
const ranking = fc.record({
  retrieved: fc.array(document, { maxLength: 8 }),
  relevant: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((ids) => new Set(ids)),
})

test('every metric lies between 0 and 1, and all are 0 together or none', () => {
  fc.assert(
    fc.property(ranking, fc.integer({ min: 1, max: 10 }), (input, k) => {
      const { k: _, ...metrics } = computeRetrievalMetrics(input, k) ?? { k }
      const values = Object.values(metrics)
      expect(values).toHaveLength(6)
      expect(values.every((value) => value >= 0 && value <= 1 + 1e-12)).toBe(true)
      expect(new Set(values.map((value) => value > 0)).size).toBe(1)
    }),
  )
})

test('moving a hit one rank up never lowers nDCG, average precision or reciprocal rank', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['a', 'b', 'c', 'x', 'y', 'z'], { minLength: 2 }),
      fc.nat(),
      (order, pick) => {
        const index = 1 + (pick % (order.length - 1))
        const relevant = new Set(['a', 'b', 'c'])
        fc.pre(relevant.has(order[index] ?? '') && !relevant.has(order[index - 1] ?? ''))
        const raised = order.with(index - 1, order[index] ?? '').with(index, order[index - 1] ?? '')
        const before = computeRetrievalMetrics({ retrieved: order, relevant }, 4)
        const after = computeRetrievalMetrics({ retrieved: raised, relevant }, 4)
        for (const name of ['ndcg', 'averagePrecision', 'mrr'] as const)
          expect(after?.[name]).toBeGreaterThanOrEqual(before?.[name] ?? Infinity)
      },
    ),
  )
})
