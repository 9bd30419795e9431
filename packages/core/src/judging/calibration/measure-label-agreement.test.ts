import type { LabelOutcome } from '@assay/contracts'
import { buildJudgeLabel } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { measureLabelAgreement } from './measure-label-agreement.ts'

const people = ['ann', 'ben', 'cleo'] as const
const labelsOf = (rows: readonly (readonly LabelOutcome[])[]) =>
  rows.flatMap((words, index) =>
    words.map((outcome, at) =>
      buildJudgeLabel({ caseId: `c${index}`, unit: `c${index}#0`, outcome, labeller: people[at] ?? 'dan' }),
    ),
  )
const repeat = (words: readonly LabelOutcome[], times: number) => Array.from({ length: times }, () => words)

describe('how far labellers agree', () => {
  it('is not said of fewer than ten rows with two words', () => {
    expect(measureLabelAgreement(labelsOf(repeat(['correct', 'correct'], 9)))).toBeNull()
    const unsure = [...repeat(['correct', 'unsure'], 5), ...repeat(['correct', 'correct'], 9)]
    expect(measureLabelAgreement(labelsOf(unsure))).toBeNull()
  })

  it('is the share of equal pairs, alpha, and kappa of two', () => {
    const rows = [
      ...repeat(['correct', 'correct'], 20),
      ...repeat(['incorrect', 'incorrect'], 15),
      ...repeat(['correct', 'incorrect'], 3),
      ...repeat(['incorrect', 'correct'], 2),
    ]
    const agreement = measureLabelAgreement(labelsOf(rows))
    // By hand: po = 35/40; pe of kappa = (23·22 + 17·18) / 40².
    const chance = (23 * 22 + 17 * 18) / 1600
    expect(agreement?.percent.value).toBeCloseTo(35 / 40, 12)
    expect(agreement?.kappa?.value).toBeCloseTo((35 / 40 - chance) / (1 - chance), 12)
    // Krippendorff, nominal, two raters: 1 − (n − 1) · (off-diagonal) / (sum of products of uses); 45 and 35 of 80 words.
    expect(agreement?.alpha.value).toBeCloseTo(1 - (79 * 10) / (2 * 45 * 35), 12)
    expect(agreement?.n).toBe(40)
  })

  it('has no kappa of three, and takes no word of whoever adjudicates', () => {
    const rows = labelsOf(repeat(['correct', 'correct', 'incorrect'], 12))
    const agreement = measureLabelAgreement(rows)
    expect(agreement?.kappa).toBeNull()
    expect(agreement?.percent).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 36, clusters: 12 })
    const settled = rows.map((label) =>
      label.labeller === 'cleo' ? { ...label, adjudicates: true as const } : label,
    )
    expect(measureLabelAgreement(settled)?.percent.value).toBe(1)
  })
})
