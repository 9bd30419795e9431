import type { JudgeLabel } from '@assay/contracts'
import { buildJudgeLabel } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { compareJudges } from './compare-judges.ts'
import { measureLabelledJudge } from './measure-labelled-judge.ts'
import { toJudgeCard } from './to-judge-card.ts'

const stored = ({ verdict }: JudgeLabel) => verdict
const pass = { outcome: 'pass', label: 'correct', score: 1 } as const
const wrong = { outcome: 'fail', label: 'incorrect', score: 0 } as const
const silent = { outcome: 'not-judged', label: 'not-judged', score: null } as const

/** `count` rows of one kind. */
const rows = (count: number, name: string, parts: Partial<JudgeLabel>) =>
  Array.from({ length: count }, (_, index) => buildJudgeLabel({ caseId: `${name}-${index}`, ...parts }))

const labels = [
  ...rows(60, 'tp', { outcome: 'correct', verdict: pass }),
  ...rows(6, 'fn', { outcome: 'correct', verdict: wrong }),
  ...rows(27, 'tn', { outcome: 'incorrect', verdict: wrong }),
  ...rows(3, 'fp', { outcome: 'partially correct', verdict: pass }),
  ...rows(4, 'nj', { outcome: 'correct', verdict: silent, stratum: 'not-judged' }),
  ...rows(2, 'ref', { outcome: 'reference wrong', verdict: wrong }),
  ...rows(1, 'unsure', { outcome: 'unsure', verdict: wrong }),
]

describe('a judge measured on labels', () => {
  const measured = measureLabelledJudge(labels, stored)

  it('has its rates over the answers that people settled and it judged', () => {
    expect(measured.n).toBe(96)
    expect(measured.truePositiveRate).toMatchObject({ n: 66, successes: 60 })
    expect(measured.trueNegativeRate).toMatchObject({ n: 30, successes: 27 })
    expect(measured.errorRate).toMatchObject({ n: 96, successes: 9 })
    expect(measured.agreement.observed.value).toBeCloseTo(87 / 96, 12)
    expect(measured.agreement.kappa.value).toBeGreaterThan(0.7)
    expect(measured.agreement.prevalence[0]).toMatchObject({ category: 'right', first: 66 / 96 })
  })

  it('names what stands in no rate', () => {
    expect(measured.notJudged).toMatchObject({ n: 100, successes: 4 })
    expect(measured.rightOfNotJudged.value).toBe(1)
    expect(measured.setAside.map(({ about }) => about.caseId)).toEqual(['ref-0', 'ref-1'])
    expect(measured.unsure).toBe(1)
    expect(measured.disagreements).toHaveLength(9)
    expect(measured.twice).toEqual({ rows: 0, needed: 50, agreement: null })
    expect(measured.consensus).toBeNull()
  })

  it('counts who said what, and by slice', () => {
    expect(measured.confusion[0]).toEqual({ label: 'correct', judge: 'correct', count: 60 })
    expect(measured.confusion).toContainEqual({ label: 'partially correct', judge: 'correct', count: 3 })
    const target = measured.slices.find(({ by }) => by === 'target')
    expect(target).toMatchObject({
      value: 'assistant v1',
      confusion: { rightRight: 60, rightWrong: 6, wrongRight: 3, wrongWrong: 27 },
    })
  })

  it('weighs rows that were drawn more often back to the run', () => {
    const drawn = [
      ...rows(10, 'plain', { verdict: pass, inclusionProbability: 0.1 }),
      ...rows(10, 'hedged', { verdict: wrong, stratum: 'hedged', inclusionProbability: 1 }),
    ]
    const { truePositiveRate, errorRate, agreement, isWeighted } = measureLabelledJudge(drawn, stored)
    expect(truePositiveRate.value).toBeCloseTo(100 / 110, 12)
    expect(errorRate.value).toBeCloseTo(10 / 110, 12)
    expect(agreement.observed.value).toBeCloseTo(100 / 110, 12)
    expect(agreement.prevalence[0]).toEqual({
      category: 'right',
      first: 1,
      second: expect.closeTo(100 / 110, 12),
    })
    expect(isWeighted).toBe(true)
    expect(measured.isWeighted).toBe(false)
  })

  it('takes the chance of the largest draw for all rows of a stratum', () => {
    const twoDraws = [
      ...rows(10, 'first', { inclusionProbability: 0.1 }),
      ...rows(10, 'later', { inclusionProbability: 0.2 }),
      ...rows(10, 'hedged', { verdict: wrong, stratum: 'hedged', inclusionProbability: 1 }),
    ]
    expect(measureLabelledJudge(twoDraws, stored).truePositiveRate.value).toBeCloseTo(100 / 110, 12)
  })

  it('leaves rows chosen by hand out of the rates, unless there are no others', () => {
    const byHand = rows(5, 'hand', { drawnBy: 'by-hand', inclusionProbability: null, verdict: wrong })
    const mixed = measureLabelledJudge([...rows(5, 'tp', {}), ...byHand], stored)
    expect(mixed).toMatchObject({ n: 5, byHand: 5, isAllByHand: false })
    expect(measureLabelledJudge(byHand, stored)).toMatchObject({ n: 5, byHand: 0, isAllByHand: true })
  })

  it('keeps a drawn row in the rates that was mended by hand, with the last word', () => {
    const byHand = { drawnBy: 'by-hand', inclusionProbability: null, outcome: 'incorrect' } as const
    const mended = measureLabelledJudge([...rows(5, 'tp', {}), ...rows(2, 'tp', byHand)], stored)
    expect(mended).toMatchObject({ n: 5, byHand: 0, trueNegativeRate: { n: 2 } })
  })

  it('has not tested how well people find wrong answers where none was called wrong', () => {
    const three = ['ann', 'ben', 'cleo'].flatMap((labeller) => rows(20, 'tp', { labeller }))
    expect(measureLabelledJudge(three, stored).consensus?.[0]).toEqual({
      name: 'ann',
      sensitivity: 1,
      specificity: null,
    })
  })

  it('says how far two people agree on the same answers', () => {
    const both = [
      ...labels,
      ...rows(60, 'tp', { labeller: 'ben' }),
      ...rows(6, 'fn', { labeller: 'ben', outcome: 'incorrect', verdict: wrong }),
    ]
    const { twice, disputed } = measureLabelledJudge(both, stored)
    expect(twice.rows).toBe(66)
    expect(twice.agreement?.observed.value).toBeCloseTo(60 / 66, 12)
    expect(disputed).toHaveLength(6)
  })

  it('asks the verdict of the judge that is measured, whatever stands in the label', () => {
    expect(measureLabelledJudge(labels, () => pass).truePositiveRate.value).toBe(1)
    expect(measureLabelledJudge(labels, () => null).labelled).toBe(0)
  })

  it('has an AUC where its score is graded, and a reliability table from 200 rows', () => {
    const graded = (index: number): Partial<JudgeLabel> => ({
      outcome: index % 10 < 7 ? 'correct' : 'incorrect',
      verdict: { ...pass, score: (index % 7) / 7 },
    })
    const many = Array.from({ length: 210 }, (_, index) =>
      buildJudgeLabel({ caseId: `g${index}`, ...graded(index) }),
    )
    const { auc, calibration } = measureLabelledJudge(many, stored)
    expect(auc?.n).toBe(210)
    expect(calibration?.reliability.length).toBeGreaterThan(1)
    expect(measured.auc).toBeNull()
    expect(measureLabelledJudge(many.slice(0, 50), stored).calibration?.expectedError).toBeNull()
  })

  it('becomes a card with the rate of false alarms and its interval', () => {
    const card = toJudgeCard(measured, {
      judge: { id: 'rules', version: '1', kind: 'rules' },
      usdPer1000Verdicts: 0,
      on: 'labels of demo',
    })
    const [set] = card.sets
    expect(card.sets).toHaveLength(1)
    expect(set?.isByHand).toBeUndefined()
    expect(set?.what).toMatch(/^Answers of \S+.* labelled by /)
    expect(set).toMatchObject({ n: 96, positives: 66, negatives: 30, notJudged: 4 })
    expect(set?.falsePositiveRate?.value).toBeCloseTo(0.1, 12)
    expect(set?.falsePositiveRate?.low).toBeLessThan(0.1)
    expect(set?.falsePositiveRate?.high).toBeGreaterThan(0.1)
  })
})

describe('two judges on the same labels', () => {
  it('are compared row by row, and their flips named', () => {
    const better = (label: JudgeLabel) => (label.caseId.startsWith('fn') ? pass : label.verdict)
    const compared = compareJudges(labels, { first: stored, second: better }, 0.03)
    expect(compared.difference.difference).toBeCloseTo(6 / 96, 12)
    expect(compared.difference.verdict).toBe('better')
    expect(compared.flips.map(({ change }) => change)).toEqual(Array(6).fill('gained'))
    expect(compared.notPaired).toEqual({ first: 4, second: 4 })
    expect(compared.isWeighted).toBe(false)
  })

  it('are compared as they would be over the whole run', () => {
    const drawn = [
      ...rows(90, 'plain', { verdict: pass, inclusionProbability: 0.1 }),
      ...rows(60, 'hedged', { verdict: wrong, stratum: 'hedged', inclusionProbability: 1 }),
      ...rows(9, 'hand', { drawnBy: 'by-hand', inclusionProbability: null, verdict: wrong }),
    ]
    const compared = compareJudges(drawn, { first: stored, second: () => pass }, 0.03)
    expect(compared).toMatchObject({ isWeighted: true, first: { n: 150 }, second: { value: 1 } })
    expect(compared.first.value).toBeCloseTo(900 / 960, 12)
    expect(compared.difference.difference).toBeCloseTo(60 / 960, 12)
    expect(compared.difference.low).toBeGreaterThan(0.04)
    expect(compared.difference.high).toBeLessThan(0.09)
  })
})
