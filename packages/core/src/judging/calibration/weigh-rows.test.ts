import type { JudgeLabel } from '@assay/contracts'
import { buildJudgeLabel } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { drawLabels, type DrawnLabel, type LabelCandidate } from './draw-labels.ts'
import { settleLabels } from './settle-labels.ts'
import { weighRows } from './weigh-rows.ts'

/** A run of 600: one row in fifteen is hedged; another judge disagrees on one in ten, which it alone can say. */
const size = 600
const isHedged = (index: number): boolean => index % 15 === 0
const isDisputed = (index: number): boolean => index % 10 === 1
/** Hedged rows are wrong three times in four, disputed ones every other time, the others once in twenty. */
function isWrong(index: number): boolean {
  if (isHedged(index)) return index % 4 !== 0
  return isDisputed(index) ? index % 20 === 1 : index % 20 === 7
}
const trueRate = Array.from({ length: size }, (_, index) => index).filter(isWrong).length / size

const candidates = (isAgainst: boolean): readonly LabelCandidate[] =>
  Array.from({ length: size }, (_, index) => ({
    unit: `${index}`,
    verdict: { outcome: 'pass', score: isHedged(index) ? 0.5 : 1 },
    isDisputed: isAgainst && isDisputed(index),
  }))

const toLabel = ({ unit, ...drawn }: DrawnLabel, parts: Partial<JudgeLabel> = {}): JudgeLabel =>
  buildJudgeLabel({
    caseId: unit,
    unit,
    outcome: isWrong(Number(unit)) ? 'incorrect' : 'correct',
    ...drawn,
    ...parts,
  })

/** The weighted share of wrong rows, and what the weights add up to. */
function weighted(labels: readonly JudgeLabel[]) {
  const { rows } = settleLabels(labels)
  const weightOf = weighRows(rows)
  const sum = (of: typeof rows): number => of.reduce((total, row) => total + weightOf(row), 0)
  return { total: sum(rows), wrong: sum(rows.filter(({ truth }) => truth === 'wrong')) / sum(rows) }
}

const draws = 400
const meanOver = (labelsOf: (seed: string) => readonly JudgeLabel[]): number =>
  Array.from({ length: draws }, (_, seed) => weighted(labelsOf(`s${seed}`)).wrong).reduce((a, b) => a + b) /
  draws

/** What is labelled where rows that were labelled before are not asked again. */
const goOn = (before: readonly DrawnLabel[], more: readonly DrawnLabel[], count: number) => {
  const known = new Set(before.map(({ unit }) => unit))
  return [...before, ...more.filter(({ unit }) => !known.has(unit)).slice(0, count)].map((each) =>
    toLabel(each),
  )
}

describe('labelled rows weighted back to their run', () => {
  it.each([0, 5, 50, 200])(
    'are right on average with %i rows of a larger queue behind a whole one',
    (count) => {
      const mean = meanOver((seed) =>
        goOn(
          drawLabels(candidates(false), { n: 90, seed }),
          drawLabels(candidates(false), { n: 400, seed }),
          count,
        ),
      )
      expect(Math.abs(mean - trueRate)).toBeLessThan(0.005)
    },
  )

  it('are right on average where the queue was left halfway', () => {
    const mean = meanOver((seed) => goOn(drawLabels(candidates(false), { n: 160, seed }).slice(0, 80), [], 0))
    expect(Math.abs(mean - trueRate)).toBeLessThan(0.006)
  })

  it.each([
    [false, true],
    [true, false],
  ])(
    'are right on average where the run was parted in two ways, with another judge first: %s',
    (first, second) => {
      const mean = meanOver((seed) => [
        ...drawLabels(candidates(first), { n: 90, seed }).map((each) => toLabel(each)),
        ...drawLabels(candidates(second), { n: 120, seed: `${seed} again` })
          .slice(0, 60)
          .map((each) => toLabel(each)),
      ])
      expect(Math.abs(mean - trueRate)).toBeLessThan(0.006)
    },
  )

  it('add up to the run, whatever was labelled of it', () => {
    const one = drawLabels(candidates(false), { n: 90, seed: 's' })
    const other = drawLabels(candidates(true), { n: 90, seed: 's' })
    expect(weighted(one.map((each) => toLabel(each))).total).toBeCloseTo(size, 6)
    expect(weighted(goOn(one, drawLabels(candidates(false), { n: 300, seed: 's' }), 40)).total).toBeCloseTo(
      size,
      6,
    )
    expect(weighted([...one, ...other].map((each) => toLabel(each))).total).toBeCloseTo(size, 6)
  })

  it('keep their weight when a label is mended by hand', () => {
    const labels = drawLabels(candidates(false), { n: 90, seed: 's' }).map((each) => toLabel(each))
    const mended = labels.slice(0, 20).map((label): JudgeLabel => {
      const { draw: _, ...rest } = label
      return { ...rest, outcome: 'incorrect', drawnBy: 'by-hand', inclusionProbability: null }
    })
    const { total, wrong } = weighted([...labels, ...mended])
    expect(total).toBeCloseTo(size, 6)
    expect(wrong).toBeGreaterThan(weighted(labels).wrong)
  })
})
