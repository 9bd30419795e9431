import type { AccuracyCard, JudgeCorrection, LabelOutcome } from '@assay/contracts'
import type { BuiltCase } from './built-case.ts'
import { rate } from './built-estimate.ts'

export interface BuiltTrust {
  readonly card: AccuracyCard | null
  readonly correction: JudgeCorrection | null
  readonly disagreements: readonly {
    readonly caseId: string
    readonly label: LabelOutcome
    readonly judge: string
    readonly note: string | null
  }[]
}

/** A card on 300 labelled answers, and one answer on which people and judge differ. */
export const buildTrust = (cases: readonly BuiltCase[]): BuiltTrust => ({
  card: {
    id: 'rules',
    kind: 'judge',
    version: '1',
    method: 'fixed rules',
    threshold: { value: null, chosen: 'nothing is set' },
    sets: [
      {
        name: 'labelled answers of the demo',
        what: 'Answers labelled by two people.',
        kept: 'held apart',
        n: 300,
        positives: 150,
        negatives: 150,
        notJudged: 3,
        truePositiveRate: rate(146, 150),
        falsePositiveRate: rate(8, 150),
        errorRate: rate(12, 300),
      },
    ],
    msPer1000Characters: 0.5,
    usdPer1000Verdicts: 0,
    fooledBy: ['A paraphrase is not judged: “half a minute” for “30 s”.'],
  },
  correction: null,
  disagreements: cases.slice(0, 1).map(({ testCase }) => ({
    caseId: testCase.id,
    label: 'incorrect',
    judge: 'correct',
    note: 'the unit is missing',
  })),
})
