import type { TestCase } from '@assay/contracts'
import { judgeByRules } from '../create-rules-judge.ts'
import { deriveKey } from '../derive-key.ts'
import type { LabelledAnswer } from './labelled-answer.ts'

export interface JudgedAnswer extends LabelledAnswer {
  readonly label: string
  readonly reason: string
  /** Whether the key is typed; free text is judged only almost word for word. */
  readonly typed: boolean
  readonly kind: string
}

export const judgeLabelled = (answers: readonly LabelledAnswer[]): readonly JudgedAnswer[] =>
  answers.map((labelled) => {
    const { kind } = deriveKey(labelled.reference, labelled.question)
    const [judgement] = judgeByRules({
      testCase: caseOf(labelled),
      answer: { text: labelled.answer, latencyMs: 0 },
    })
    return {
      ...labelled,
      kind,
      typed: kind !== 'text',
      label: judgement?.label ?? '',
      reason: judgement?.reason ?? '',
    }
  })

const caseOf = ({ question, reference }: LabelledAnswer): TestCase => ({
  id: 'labelled',
  question,
  history: [],
  referenceAnswer: reference,
  referenceClaims: [],
  referenceContexts: [],
  type: 'simple',
  level: 'easy',
  topic: null,
  language: 'en',
  clusterKey: 'labelled',
  tags: [],
  provenance: { generator: 'import:labelled' },
  validity: {},
  status: 'active',
})

/** Counts behind a rate: what was judged, of what was there. */
export interface AccuracyCounts {
  readonly right: number
  readonly rightJudged: number
  readonly rightFoundCorrect: number
  readonly wrong: number
  readonly wrongJudged: number
  readonly wrongFoundWrong: number
}

/** Everything that is not correct counts as wrong: partial answers and refusals too. */
export function countAccuracy(answers: readonly JudgedAnswer[]): AccuracyCounts {
  const right = answers.filter((one) => one.expected === 'correct')
  const wrong = answers.filter((one) => one.expected !== 'correct')
  const judged = (one: JudgedAnswer): boolean => one.label !== 'not-judged'
  return {
    right: right.length,
    rightJudged: right.filter(judged).length,
    rightFoundCorrect: right.filter((one) => one.label === 'correct').length,
    wrong: wrong.length,
    wrongJudged: wrong.filter(judged).length,
    wrongFoundWrong: wrong.filter((one) => judged(one) && one.label !== 'correct').length,
  }
}
