import { must } from '@assay/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerPower, type PowerAnswer } from './answer-power.ts'
import { describePower } from './describe-power.ts'
import { designAt } from './plan-design.ts'
import type { PowerOptions } from './power-options.ts'
import { parseRows } from './read-rows.ts'

const noOptions: PowerOptions = {
  design: undefined,
  difference: undefined,
  cases: undefined,
  power: undefined,
  baseline: undefined,
  discordance: undefined,
  sd: undefined,
  designEffect: undefined,
  cost: undefined,
  alpha: undefined,
  first: undefined,
  second: undefined,
}

const ask = (options: Partial<PowerOptions>) => answerPower(undefined, { ...noOptions, ...options })

function answer(options: Partial<PowerOptions>): PowerAnswer {
  const answered = ask(options)
  return must(answered.ok ? answered.value : null, 'answer')
}

function planFrom(csv: string, options: Partial<PowerOptions> = { difference: 0.03 }) {
  const rows = parseRows(csv, 'f.csv')
  const columns = { first: 'v1', second: 'v2' }
  return answerPower(must(rows.ok ? rows.value : null, 'rows'), { ...noOptions, ...columns, ...options })
}

describe('planned from a baseline', () => {
  test('independence is an assumption, and the worst case stands beside it', () => {
    const lines = describePower(answer({ baseline: 0.8, difference: 0.03 })).split('\n')
    expect(lines).toEqual([
      'To see 3 points at 80 % power you need 2,632 cases.',
      '  assumes      the same cases in both runs, which fail independently; they differ on 30 % of them',
      '  at worst     3,225 cases, where they differ on as many as their rates allow: 37 %',
    ])
  })

  test('the worst case is the most that two rates can differ on, and independence lies under it', () => {
    const rate = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(rate, rate, (baseline, other) => {
        const [assumed, worst] = (['independent', 'least'] as const).map((overlap) => {
          const kind = 'paired rates from a baseline'
          const design = designAt({ kind, baseline, overlap }, other - baseline)
          return design?.kind === 'paired rates' ? design.discordance : NaN
        })
        // Largest share in exactly one of two sets of these sizes: all of both if they fit side by side.
        const sideBySide = Math.min(1, baseline + other) - Math.max(0, baseline + other - 1)
        expect(worst).toBeCloseTo(sideBySide, 9)
        expect(assumed).toBeLessThanOrEqual(must(worst, 'worst') + 1e-9)
        expect(assumed).toBeGreaterThanOrEqual(Math.abs(other - baseline) - 1e-9)
      }),
    )
  })

  test('what cases can show does not lead out of 0 to 1, and comes back as the cases asked for', () => {
    const { rise, fall } = answer({ baseline: 0.8, cases: 400 }) as Extract<PowerAnswer, { asks: 'effect' }>
    for (const difference of [rise, fall]) {
      const { cases } = answer({ baseline: 0.8, difference: must(difference, 'difference') })
      expect(Math.abs((cases ?? NaN) - 400)).toBeLessThanOrEqual(1)
    }
    expect(answer({ baseline: 0.98, cases: 300 })).toMatchObject({ rise: null })
    expect(describePower(answer({ baseline: 0.98, cases: 300 }))).toMatch(
      /^300 cases show no rise, a fall of \d\.\d points or more at 80 % power\./,
    )
  })

  test('a difference that leads out of 0 to 1 is refused', () => {
    expect(ask({ baseline: 0.98, difference: 0.05 })).toMatchObject({
      error: { code: 'ASSAY-1001', message: expect.stringContaining('it leads out of 0 to 1') },
    })
  })
})

describe('planned from an earlier comparison', () => {
  test('yes and no that differ alike in every row differ on all of them', () => {
    expect(planFrom('v1,v2\n0,1\n0,1\n0,1\n')).toMatchObject({
      value: { design: { kind: 'paired rates', discordance: 1 } },
    })
  })
  test('columns that do not differ, and differences without a spread, are told apart', () => {
    expect(planFrom('v1,v2\n0,0\n1,1\n')).toMatchObject({
      error: { code: 'ASSAY-7402', message: expect.stringContaining('do not differ') },
    })
    expect(planFrom('v1,v2\n0.1,0.3\n0.2,0.4\n0.3,0.5\n')).toMatchObject({
      error: { code: 'ASSAY-7402', message: expect.stringContaining('differ alike in all rows (3 pairs)') },
    })
    expect(planFrom('v1,v2\n0.1,0.3\n')).toMatchObject({ error: { code: 'ASSAY-7402' } })
    expect(planFrom('v1,v2\n0,\n,1\n')).toMatchObject({
      error: { code: 'ASSAY-7402', where: 'f.csv', message: 'No row has a value in both "v1" and "v2"' },
    })
  })
})

test.each<readonly [Partial<PowerOptions>, string]>([
  [{}, 'It is not clear what to plan'],
  [{ difference: 0.03 }, 'How often the two runs differ is not known'],
  [{ difference: 0, discordance: 0.1 }, 'A --difference of 0 cannot be seen'],
  [{ difference: 3, discordance: 0.1 }, 'larger than the share of cases'],
  [{ difference: 0.03, baseline: 80 }, '--baseline is a share'],
  [{ difference: 0.03, design: 'paired-means', sd: -1 }, '--sd is above 0'],
  [{ difference: 0.03, discordance: 0.1, baseline: 0.8 }, '--baseline would change nothing'],
  [{ difference: 0.03, discordance: 0.1, sd: 1 }, '--sd would change nothing'],
  [{ difference: 0.03, discordance: 0.1, first: 'a' }, '--first would change nothing'],
  [{ difference: 0.03, discordance: 0.1, cases: 9, power: 0.9 }, 'one is asked for'],
  [{ discordance: 0.1, cases: 9, cost: 1 }, '--cost would change nothing'],
])('%o is refused: %s', (options, message) => {
  expect(ask(options)).toMatchObject({
    error: { code: 'ASSAY-1001', message: expect.stringContaining(message) },
  })
})

test('a file says how far the runs differ, and no option does', () => {
  expect(planFrom('v1,v2\n0,1\n0,0\n', { difference: 0.03, discordance: 0.1, sd: 1 })).toMatchObject({
    error: {
      code: 'ASSAY-1001',
      message: expect.stringContaining('--discordance and --sd would change nothing'),
    },
  })
})

test('one case is one case', () => {
  expect(describePower(answer({ discordance: 0.1, cases: 1 }))).toMatch(/^1 case shows no difference/)
})
