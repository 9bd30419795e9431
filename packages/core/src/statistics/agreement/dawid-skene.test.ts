import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import fixture from '../fixtures/dawid-skene.json' with { type: 'json' }
import { fitDawidSkene, type Rating } from './dawid-skene.ts'

const toRatings = (rows: readonly (readonly number[])[]): readonly Rating[] =>
  rows.map(([item, rater, category]) => ({ item: `i${item}`, rater: `r${rater}`, category: `c${category}` }))

describe('oracles', () => {
  test.each(fixture.cases)('agrees with crowd-kit to 5 digits, missing ratings included', (oracle) => {
    const fitted = fitDawidSkene(toRatings(oracle.ratings))
    const at = (category: string): number => fitted.categories.indexOf(category)
    for (const [category, share] of Object.entries(oracle.prevalence))
      expect(fitted.prevalence[at(category)]).toBeCloseTo(share, 5)
    for (const [item, beliefs] of Object.entries(oracle.items))
      for (const [category, belief] of Object.entries(beliefs))
        expect(fitted.items.get(item)?.[at(category)]).toBeCloseTo(belief, 5)
    for (const { rater, said, true: columns } of oracle.raters)
      for (const [truth, rate] of Object.entries(columns))
        expect(fitted.raters.get(rater)?.[at(truth)]?.[at(said)]).toBeCloseTo(rate, 5)
  })
})

describe('properties', () => {
  const ratings = fc.array(
    fc.record({
      item: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      rater: fc.constantFrom('x', 'y', 'z'),
      category: fc.constantFrom('right', 'wrong'),
    }),
    { minLength: 1, maxLength: 40 },
  )

  test('beliefs and error rates are probabilities, and the order of the ratings is nothing', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const fitted = fitDawidSkene(given)
        for (const beliefs of fitted.items.values())
          expect(beliefs.reduce((sum, belief) => sum + belief, 0)).toBeCloseTo(1, 9)
        for (const rows of fitted.raters.values())
          for (const row of rows) {
            const sum = row.reduce((total, rate) => total + rate, 0)
            expect(Math.min(Math.abs(sum), Math.abs(sum - 1))).toBeLessThan(1e-9)
          }
        const turned = fitDawidSkene(given.toReversed())
        expect(turned.logLikelihood).toBeCloseTo(fitted.logLikelihood, 6)
      }),
    )
  })

  test('where all agree, all are believed', () => {
    const given = ['a', 'b'].flatMap((item) =>
      ['x', 'y', 'z'].map((rater) => ({ item, rater, category: item === 'a' ? 'right' : 'wrong' })),
    )
    const { items, raters } = fitDawidSkene(given)
    expect(items.get('a')).toEqual([1, 0])
    expect(items.get('b')).toEqual([0, 1])
    expect(raters.get('x')).toEqual([
      [1, 0],
      [0, 1],
    ])
  })
})

test('finds the truth and the labellers who err', () => {
  const truth = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'wrong' : 'right'))
  const other = (category: string): string => (category === 'right' ? 'wrong' : 'right')
  const errsAt = new Map<string, (index: number) => boolean>([
    ['ann', (index) => index === 7],
    ['ben', (index) => index % 20 === 4],
    ['cleo', (index) => index % 5 === 2],
    ['dan', (index) => index % 5 < 2],
    ['eve', (index) => index % 7 < 3],
  ])
  const given = truth.flatMap((category, index) =>
    [...errsAt].map(([rater, errs]) => ({
      item: `${index}`,
      rater,
      category: errs(index) ? other(category) : category,
    })),
  )
  const { items, categories, raters } = fitDawidSkene(given)
  const believed = (item: string): string | undefined => {
    const beliefs = items.get(item) ?? []
    return categories[beliefs.indexOf(Math.max(...beliefs))]
  }
  expect(truth.filter((category, index) => believed(`${index}`) === category).length).toBeGreaterThan(57)
  const youden = (rater: string): number =>
    (raters.get(rater)?.[0]?.[0] ?? 0) + (raters.get(rater)?.[1]?.[1] ?? 0) - 1
  expect(youden('ann')).toBeGreaterThan(youden('cleo'))
  expect(youden('cleo')).toBeGreaterThan(youden('dan'))
})
