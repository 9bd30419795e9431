import { expect, test } from 'vitest'
import fixture from './fixtures/components.json' with { type: 'json' }
import { createRandom } from './random.ts'
import { analyseVariance, standardErrorOf, type VarianceComponents } from './variance-components.ts'

const scores = fixture.scores[0] ?? []
const names = ['case', 'target', 'judge', 'judgeByCase', 'judgeByAnswer'] as const

test("mean squares agree with statsmodels' analysis of variance to 1e-9, components with its REML fit to 1e-3", () => {
  const analysis = analyseVariance(scores)
  if (analysis.kind !== 'measured') throw new Error(analysis.reason)
  for (const name of names) {
    expect(analysis.meanSquares[name]).toBeCloseTo(fixture.meanSquares[0]?.[name] ?? NaN, 9)
    expect(Math.abs(analysis.components[name] - (fixture.reml[0]?.[name] ?? NaN))).toBeLessThan(1e-3)
  }
})

test('refused under 30 × 3 × 2, and where a score is missing', () => {
  const few = { kind: 'refused', reason: 'too small' }
  expect(analyseVariance(scores.slice(0, 29))).toMatchObject(few)
  expect(analyseVariance(scores.map((byAnswer) => byAnswer.slice(0, 2)))).toMatchObject(few)
  expect(analyseVariance(scores.map((byAnswer) => byAnswer.map((row) => row.slice(0, 1))))).toMatchObject(few)
  const [first = [], ...others] = scores
  expect(analyseVariance([first.slice(1), ...others])).toMatchObject({
    kind: 'refused',
    reason: 'not balanced',
  })
  expect(analyseVariance([])).toMatchObject(few)
})

test('negative estimates are 0: repeats that never differ leave nothing to target and judge', () => {
  const random = createRandom('components')
  const noise = Array.from({ length: 30 }, () =>
    Array.from({ length: 3 }, () => Array.from({ length: 2 }, () => random.next())),
  )
  const analysis = analyseVariance(noise)
  if (analysis.kind !== 'measured') throw new Error(analysis.reason)
  expect(names.every((name) => analysis.components[name] >= 0)).toBe(true)
  const same = analyseVariance(noise.map((byAnswer, i) => byAnswer.map((row) => row.map(() => i % 2))))
  expect(same).toMatchObject({ components: { target: 0, judge: 0, judgeByCase: 0, judgeByAnswer: 0 } })
})

test('the standard error of a planned run falls most with what varies most', () => {
  const components: VarianceComponents = {
    case: 1,
    target: 0.1,
    judge: 0,
    judgeByCase: 0,
    judgeByAnswer: 0.1,
  }
  const plain = standardErrorOf(components, { cases: 100, answers: 1, judgements: 1 })
  expect(plain).toBeCloseTo(Math.sqrt(0.012), 12)
  const moreCases = standardErrorOf(components, { cases: 200, answers: 1, judgements: 1 })
  const moreAnswers = standardErrorOf(components, { cases: 100, answers: 2, judgements: 1 })
  expect(moreCases).toBeLessThan(moreAnswers)
})
