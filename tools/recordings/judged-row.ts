import type { CheckCase, TestCase } from '@assay/contracts'

/** A row whose right verdict is known, and what the judge under measurement said of it. */
export interface JudgedRow {
  /** Set it was drawn from, with the way it was made. */
  readonly set: string
  readonly variant: string
  readonly clusterKey: string
  /** What the labels say: right, faithful, declined. */
  readonly isPositive: boolean
  /** What the judge said; `null`: not judged. */
  readonly saidPositive: boolean | null
}

/** A row to be judged by an answer and its reference. */
export interface AnswerRow extends Pick<JudgedRow, 'set' | 'variant' | 'clusterKey' | 'isPositive'> {
  readonly testCase: TestCase
  readonly answer: string
}

/** A row to be judged by an answer and its passages. */
export interface PassageRow extends Pick<JudgedRow, 'set' | 'variant' | 'clusterKey' | 'isPositive'> {
  readonly checkCase: CheckCase
}
