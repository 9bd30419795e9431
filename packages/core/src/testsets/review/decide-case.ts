import type { TestCase } from '@assay/contracts'

/** Who decided, and when (ISO 8601). */
export interface ReviewStamp {
  readonly by: string
  readonly at: string
}

export interface CaseEdit {
  readonly question?: string
  readonly referenceAnswer?: string
}

export const acceptCase = (testCase: TestCase, { by, at }: ReviewStamp): TestCase => ({
  ...testCase,
  status: 'active',
  review: { decision: 'accepted', by, at },
})

/** A rejected case stays in the file, as a draft that no run asks. */
export const rejectCase = (testCase: TestCase, reason: string, { by, at }: ReviewStamp): TestCase => ({
  ...testCase,
  status: 'draft',
  review: { decision: 'rejected', by, at, ...(reason !== '' && { reason }) },
})

/** A case that those who labelled its answers could not judge by: a draft that comes up in the next review. */
export const returnCase = (testCase: TestCase, reason: string, { by, at }: ReviewStamp): TestCase => ({
  ...testCase,
  status: 'draft',
  review: { decision: 'returned', by, at, reason },
})

/** The case with other words, accepted in that form. */
export const editCase = (
  testCase: TestCase,
  edit: CaseEdit,
  { by, at }: ReviewStamp,
  reason = '',
): TestCase => ({
  ...rewordCase(testCase, edit),
  status: 'active',
  review: { decision: 'edited', by, at, ...(reason !== '' && { reason }) },
})

/**
 * What was tested of the old words is not tested of the new ones. A new reference answer becomes the one claim, on the same
 * evidence: the old claims and their typed keys would judge by the old answer.
 */
export function rewordCase(testCase: TestCase, { question, referenceAnswer }: CaseEdit): TestCase {
  const isNewQuestion = question !== undefined && question !== testCase.question
  const isNewAnswer = referenceAnswer !== undefined && referenceAnswer !== testCase.referenceAnswer
  if (!isNewQuestion && !isNewAnswer) return testCase
  const validity = Object.fromEntries(Object.keys(testCase.validity).map((id) => [id, 'not-tested' as const]))
  const reworded = { ...testCase, question: question ?? testCase.question, validity }
  if (!isNewAnswer) return reworded
  const evidence = testCase.referenceClaims.flatMap((claim) => claim.evidence)
  const referenceClaims = testCase.referenceClaims.length === 0 ? [] : [{ text: referenceAnswer, evidence }]
  return { ...reworded, referenceAnswer, referenceClaims }
}
