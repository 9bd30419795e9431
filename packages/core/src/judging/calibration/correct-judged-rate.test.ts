import type { JudgeLabel } from '@assay/contracts'
import { buildJudgeLabel } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../statistics/random.ts'
import { correctJudgedRate, type JudgedRun } from './correct-judged-rate.ts'
import { drawLabels } from './draw-labels.ts'

const pass = { outcome: 'pass', label: 'correct', score: 1 } as const
const wrong = { outcome: 'fail', label: 'incorrect', score: 0 } as const

/** A run of which 60 % are right, under a judge that lets through a third of the wrong ones. */
const truth = Array.from({ length: 1000 }, (_, index) => index % 10 < 6)
const verdictAt = (index: number) => (truth[index] === true || index % 3 === 0 ? pass : wrong)
const run: JudgedRun = {
  answersId: 'run-1',
  judge: { id: 'rules', version: '1' },
  target: { name: 'assistant', version: 'v1' },
  verdicts: truth.map((_, index) => ({
    unit: `c${index}#0`,
    clusterKey: `c${index}`,
    verdict: verdictAt(index),
  })),
}
const labelAt = (index: number, parts: Partial<JudgeLabel> = {}) =>
  buildJudgeLabel({
    caseId: `c${index}`,
    outcome: truth[index] === true ? 'correct' : 'incorrect',
    verdict: verdictAt(index),
    ...parts,
  })
const drawn = createRandom('labels').sample([...truth.keys()], 300)

describe('the corrected rate', () => {
  const raw = run.verdicts.filter(({ verdict }) => verdict.outcome === 'pass').length / 1000

  it('finds the true rate from labels drawn of the run, where the judged rate does not', () => {
    const corrected = correctJudgedRate(
      run,
      drawn.map((index) => labelAt(index)),
    )
    expect(raw).toBeGreaterThan(0.7)
    expect(corrected?.from).toBe('this run')
    expect(corrected?.estimate?.method).toContain('PPI++')
    expect(corrected?.estimate?.low).toBeLessThan(0.6)
    expect(corrected?.estimate?.high).toBeGreaterThan(0.6)
    expect(corrected?.estimate?.high).toBeLessThan(raw)
  })

  it('finds it from labels of another run of the same judge and target version', () => {
    const corrected = correctJudgedRate(
      run,
      drawn.map((index) => labelAt(index, { runId: 'run-0' })),
    )
    expect(corrected?.from).toBe('other runs')
    expect(corrected?.estimate?.method).toContain('Rogan–Gladen')
    expect(Math.abs((corrected?.estimate?.value ?? 0) - 0.6)).toBeLessThan(0.06)
  })

  it('uses labels of a run whose answers were judged again, under the verdicts of today', () => {
    const again = { ...run, judge: { id: 'other', version: '2' } }
    expect(
      correctJudgedRate(
        again,
        drawn.map((index) => labelAt(index)),
      )?.estimate,
    ).not.toBeNull()
  })

  it('is refused with the range where labels are too few, or of another target version', () => {
    const few = correctJudgedRate(
      run,
      drawn.slice(0, 40).map((index) => labelAt(index)),
    )
    expect(few).toMatchObject({ estimate: null, refusal: 'too few labels' })
    expect(few?.range?.low).toBeLessThan(0.6)
    const other = drawn.map((index) =>
      labelAt(index, { runId: 'run-0', target: { name: 'assistant', version: 'v0' } }),
    )
    expect(correctJudgedRate(run, other)?.refusal).toBe('no labels of this target version')
  })

  it('is refused for a judge that is hardly better than chance', () => {
    const guessed: JudgedRun = {
      ...run,
      verdicts: run.verdicts.map((each, index) => ({ ...each, verdict: index % 2 === 0 ? pass : wrong })),
    }
    expect(
      correctJudgedRate(
        guessed,
        drawn.map((index) => labelAt(index)),
      )?.refusal,
    ).toBe('judge too weak')
  })

  it('counts the labels by which people found an answer otherwise than the judge', () => {
    const right = drawn.filter((index) => truth[index] === true)
    const labels = right.map((index) => labelAt(index))
    expect(correctJudgedRate(run, labels)).toMatchObject({ right: right.length, wrong: 0, otherwise: 0 })
    const last = labels.slice(0, 3).map((label) => ({ ...label, outcome: 'incorrect' as const }))
    expect(correctJudgedRate(run, [...labels, ...last])).toMatchObject({ wrong: 3, otherwise: 3 })
  })

  it('takes no row that was chosen by hand, and no other judge', () => {
    const byHand = drawn.map((index) => labelAt(index, { drawnBy: 'by-hand', inclusionProbability: null }))
    expect(correctJudgedRate(run, byHand)).toBeNull()
    const foreign = drawn.map((index) =>
      labelAt(index, { runId: 'run-0', judge: { id: 'rules', version: '0' } }),
    )
    expect(correctJudgedRate(run, foreign)).toBeNull()
  })

  it('takes the last word on a drawn row, by hand or not', () => {
    const labels = drawn.map((index) => labelAt(index))
    const mended = drawn
      .filter((index) => truth[index] === true)
      .slice(0, 60)
      .map((index) =>
        labelAt(index, { outcome: 'incorrect', drawnBy: 'by-hand', inclusionProbability: null }),
      )
    const [before, after] = [correctJudgedRate(run, labels), correctJudgedRate(run, [...labels, ...mended])]
    expect(after?.right).toBe((before?.right ?? 0) - 60)
    expect(after?.wrong).toBe((before?.wrong ?? 0) + 60)
  })

  it('is right on average where a second, larger queue was labelled only in part', () => {
    const isHedged = (index: number): boolean => index % 10 === 0
    const isRight = (index: number): boolean => (isHedged(index) ? index % 50 === 0 : index % 4 !== 1)
    const judgedAt = (index: number) => (isHedged(index) || isRight(index) || index % 7 === 3 ? pass : wrong)
    const verdicts = Array.from({ length: 1000 }, (_, index) => ({
      unit: `c${index}#0`,
      clusterKey: `c${index}`,
      verdict: judgedAt(index),
    }))
    const candidates = verdicts.map(({ unit, verdict }, index) => ({
      unit,
      verdict: { ...verdict, ...(isHedged(index) ? { reason: 'hedged: probably' } : {}) },
      isDisputed: false,
    }))
    const trueRate = verdicts.filter((_, index) => isRight(index)).length / 1000
    let [sum, covered] = [0, 0]
    for (let seed = 0; seed < 100; seed += 1) {
      const first = drawLabels(candidates, { n: 200, seed: `${seed}` })
      const known = new Set(first.map(({ unit }) => unit))
      const later = drawLabels(candidates, { n: 700, seed: `${seed}` }).filter(({ unit }) => !known.has(unit))
      const labels = [...first, ...later.slice(0, 60)].map(({ unit, ...by }) => {
        const index = Number(unit.slice(1, -2))
        return labelAt(index, {
          ...by,
          outcome: isRight(index) ? 'correct' : 'incorrect',
          verdict: judgedAt(index),
        })
      })
      const estimate = correctJudgedRate({ ...run, verdicts }, labels)?.estimate
      sum += estimate?.value ?? NaN
      covered += Number((estimate?.low ?? 1) <= trueRate && trueRate <= (estimate?.high ?? 0))
    }
    expect(Math.abs(sum / 100 - trueRate)).toBeLessThan(0.008)
    expect(covered / 100).toBeGreaterThanOrEqual(0.93)
  })

  it('is right on average where hard rows were drawn more often than others', () => {
    // One row in ten is hedged: the judge passes all of those, and four in five of them are wrong.
    const isHedged = (index: number): boolean => index % 10 === 0
    const isRight = (index: number): boolean => (isHedged(index) ? index % 50 === 0 : index % 4 !== 1)
    const judgedAt = (index: number) =>
      isHedged(index) || (isRight(index) ? index % 9 !== 2 : index % 7 === 3) ? pass : wrong
    const size = 1000
    const verdicts = Array.from({ length: size }, (_, index) => ({
      unit: `c${index}#0`,
      clusterKey: `c${index}`,
      verdict: judgedAt(index),
    }))
    const places = [...verdicts.keys()]
    const trueRate = places.filter(isRight).length / size
    let [sum, covered] = [0, 0]
    for (let seed = 0; seed < 200; seed += 1) {
      const random = createRandom(`stratified ${seed}`)
      const strata = [
        { stratum: 'hedged' as const, rows: places.filter(isHedged), n: 80 },
        { stratum: 'plain' as const, rows: places.filter((index) => !isHedged(index)), n: 180 },
      ]
      const labels = strata.flatMap(({ stratum, rows, n }) =>
        random.sample(rows, n).map((index) =>
          buildJudgeLabel({
            caseId: `c${index}`,
            outcome: isRight(index) ? 'correct' : 'incorrect',
            stratum,
            inclusionProbability: n / rows.length,
          }),
        ),
      )
      const estimate = correctJudgedRate({ ...run, verdicts }, labels)?.estimate
      sum += estimate?.value ?? NaN
      covered += Number((estimate?.low ?? 1) <= trueRate && trueRate <= (estimate?.high ?? 0))
    }
    expect(Math.abs(sum / 200 - trueRate)).toBeLessThan(0.006)
    expect(covered / 200).toBeGreaterThan(0.93)
  })
})
