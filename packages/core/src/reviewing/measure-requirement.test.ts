import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureRequirement, type RequirementCase } from './measure-requirement.ts'

const casesOf = (passes: readonly (boolean | null)[]): readonly RequirementCase[] =>
  passes.map((pass, index) => ({ caseId: `c${index}`, clusterKey: `c${index}`, passes: [pass] }))

const counted = (passed: number, failed: number): readonly RequirementCase[] =>
  casesOf([...Array<boolean>(passed).fill(true), ...Array<boolean>(failed).fill(false)])

describe('a requirement', () => {
  it('is not tested without a judged case, and says how many nobody could judge', () => {
    expect(measureRequirement(0.8, [])).toMatchObject({ state: 'not tested', notJudged: 0, wouldDo: null })
    expect(measureRequirement(0.8, casesOf([null, null]))).toMatchObject({
      state: 'not tested',
      notJudged: 2,
      failing: [],
    })
  })

  it('is met where the whole interval lies at or above what is required, not met where it lies below', () => {
    expect(measureRequirement(0.8, counted(95, 5)).state).toBe('met')
    expect(measureRequirement(0.8, counted(60, 40)).state).toBe('not met')
    expect(measureRequirement(0.8, counted(82, 18)).state).toBe('not enough cases')
    expect(measureRequirement(0.8, counted(78, 22)).state).toBe('not enough cases')
  })

  it('never claims more than its interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.boolean(), { nil: null }), { maxLength: 80 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (passes, least) => {
          const { state, passing, wouldDo } = measureRequirement(least, casesOf(passes))
          const { low, high } = passing
          if (state === 'met') expect(low).toBeGreaterThanOrEqual(least)
          if (state === 'not met') expect(high).toBeLessThan(least)
          if (wouldDo !== null) {
            expect(state).toBe('not enough cases')
            expect(wouldDo).toBeGreaterThan(passing.n)
          }
        },
      ),
    )
  })

  it('with as many cases as would do, such a rate is decided', () => {
    const nearly = measureRequirement(0.8, counted(9, 1))
    expect(nearly.state).toBe('not enough cases')
    const wouldDo = nearly.wouldDo ?? 0
    const passed = Math.round(wouldDo * 0.9)
    expect(measureRequirement(0.8, counted(passed, wouldDo - passed)).state).toBe('met')
    const all = measureRequirement(0.95, counted(20, 0))
    // The rule of three's exact form: 0.95^59 is the first power under 5 %.
    expect(all).toMatchObject({ state: 'not enough cases', wouldDo: 59 })
    expect(measureRequirement(0.95, counted(58, 0)).state).toBe('not enough cases')
    expect(measureRequirement(0.95, counted(59, 0)).state).toBe('met')
  })

  it('that allows no failure is not met by one, and no number of cases proves it', () => {
    expect(measureRequirement(1, counted(50, 1)).state).toBe('not met')
    expect(measureRequirement(1, counted(500, 0))).toMatchObject({
      state: 'not enough cases',
      wouldDo: null,
    })
  })

  it('counts repeats and composed questions as what they are: cases of one cluster tell less', () => {
    const repeated = Array.from({ length: 12 }, (_, index) => ({
      caseId: `c${index}`,
      clusterKey: `fact-${index % 3}`,
      passes: Array<boolean>(5).fill(true),
    }))
    const single = counted(60, 0)
    expect(measureRequirement(0.9, single).state).toBe('met')
    expect(measureRequirement(0.9, repeated)).toMatchObject({ state: 'not enough cases', passing: { n: 60 } })
  })

  it('names a case that fails in one of its attempts', () => {
    const flaky = [{ caseId: 'a', clusterKey: 'a', passes: [true, false, null] }]
    expect(measureRequirement(0.5, flaky)).toMatchObject({ failing: ['a'], notJudged: 1 })
  })
})
