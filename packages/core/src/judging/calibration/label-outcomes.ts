import type { JudgeLabel, LabelOutcome, QuestionType } from '@assay/contracts'

/** What says something of the test set instead of the judge. */
export const setAsideOutcomes = [
  'reference wrong',
  'question ambiguous',
] as const satisfies readonly LabelOutcome[]
export type SetAsideOutcome = (typeof setAsideOutcomes)[number]

export const isSetAside = (outcome: LabelOutcome): outcome is SetAsideOutcome =>
  setAsideOutcomes.some((each) => each === outcome)

/**
 * Whether the labelled answer is right; `null`: the label does not say. Declining is right where the documents do not
 * answer, and wrong elsewhere. In part correct is not right, as with the judge.
 */
export function isRightBy(outcome: LabelOutcome, type: QuestionType): boolean | null {
  switch (outcome) {
    case 'correct':
      return true
    case 'partially correct':
    case 'incorrect':
      return false
    case 'no answer':
      return type === 'out-of-scope'
    case 'reference wrong':
    case 'question ambiguous':
    case 'unsure':
      return null
  }
}

/** Whether the judge found the answer right; `null`: it gave no verdict. */
export function isRightByJudge({ outcome }: Pick<JudgeLabel['verdict'], 'outcome'>): boolean | null {
  if (outcome === 'pass') return true
  return outcome === 'fail' ? false : null
}
