import type { TestCase } from '@assay/contracts'
import { editCase, rewordCase, type ReviewStamp } from './decide-case.ts'

/**
 * A case as a person changed it. New words count as a review by that person, with the claims made of the new answer unless
 * the person wrote claims too; other fields change nothing about the review. The same case where nothing was changed.
 */
export function takeEdit(before: TestCase, wanted: TestCase, stamp: ReviewStamp): TestCase {
  if (isSame(before, wanted)) return before
  const { question, referenceAnswer } = wanted
  if (question === before.question && referenceAnswer === before.referenceAnswer) return wanted
  const reworded = rewordCase(before, { question, referenceAnswer })
  const hasOwnClaims = !isSame(before.referenceClaims, wanted.referenceClaims)
  const { review } = editCase(before, {}, stamp)
  return {
    ...wanted,
    referenceClaims: hasOwnClaims ? wanted.referenceClaims : reworded.referenceClaims,
    validity: isSame(before.validity, wanted.validity) ? reworded.validity : wanted.validity,
    status: before.status === wanted.status ? 'active' : wanted.status,
    ...(review !== undefined && { review }),
  }
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)
