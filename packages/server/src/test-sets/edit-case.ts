import type { TestCase } from '@assay/contracts'
import { takeEdit, type ReviewStamp } from '@assay/core/testsets'
import { diffJson } from '@assay/core/json-diff'

/**
 * A case with fields changed by a person. New words are a review, with claims made of the new answer unless the person wrote
 * some; whether it is a draft stays as it was, or as the person says. The same case where nothing differs.
 */
export function editCase(before: TestCase, wanted: TestCase, stamp: ReviewStamp): TestCase {
  if (diffJson(before, wanted).length === 0) return before
  return { ...takeEdit(before, wanted, stamp), status: wanted.status }
}
