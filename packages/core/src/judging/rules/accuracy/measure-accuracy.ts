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
      testCase: toTestCase(labelled),
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

/** A case as an imported test set gives it: question and answer. */
export const toTestCase = ({
  question,
  reference,
}: Pick<LabelledAnswer, 'question' | 'reference'>): TestCase => ({
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
