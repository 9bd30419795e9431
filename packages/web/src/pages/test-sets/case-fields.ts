import type { CheckCase, TestCase } from '@assay/contracts'

/** What a person edits of a case. */
export type CaseFields = Pick<
  TestCase,
  | 'question'
  | 'history'
  | 'referenceAnswer'
  | 'referenceClaims'
  | 'type'
  | 'level'
  | 'topic'
  | 'language'
  | 'clusterKey'
  | 'tags'
  | 'status'
> & { readonly checks: NonNullable<TestCase['checks']> }

export const toCaseFields = (testCase: TestCase): CaseFields => ({
  question: testCase.question,
  history: testCase.history,
  referenceAnswer: testCase.referenceAnswer,
  referenceClaims: testCase.referenceClaims,
  type: testCase.type,
  level: testCase.level,
  topic: testCase.topic,
  language: testCase.language,
  clusterKey: testCase.clusterKey,
  tags: testCase.tags,
  status: testCase.status,
  checks: testCase.checks ?? [],
})

export const emptyCase: CaseFields = {
  question: '',
  history: [],
  referenceAnswer: '',
  referenceClaims: [],
  type: 'simple',
  level: 'easy',
  topic: null,
  language: '',
  clusterKey: '',
  tags: [],
  status: 'active',
  checks: [],
}

/** Only what is not as it was: the hub fills the rest in, or leaves it. */
export const toCaseChange = (before: CaseFields, after: CaseFields): Partial<CaseFields> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof CaseFields]),
    ),
  )

export const toCheckCase = ({ question, history, referenceAnswer }: CaseFields): CheckCase => ({
  input: question,
  ...(history.length > 0 && { history }),
  ...(referenceAnswer !== '' && { reference: referenceAnswer }),
})
