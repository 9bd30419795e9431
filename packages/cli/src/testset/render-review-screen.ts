import type { TestCase } from '@assay/contracts'
import { isDecided, type ReviewState, type SheetEvidence } from '@assay/core/testsets'
import { wrapText } from '../render/format/fit-text.ts'
import { describeTestCase } from './describe-test-case.ts'

const keys = 'a accept · e edit · r reject · u undo · j next · k back · q quit'

/** One case with where it stands in the review and what can be done. */
export function renderReviewScreen(
  { cases, at, asking }: ReviewState,
  evidenceOf: (testCase: TestCase) => readonly SheetEvidence[],
  width: number,
): string {
  const current = cases[at]
  if (current === undefined) return 'no case'
  const left = cases.filter((each) => !isDecided(each)).length
  return [
    `case ${at + 1} of ${cases.length}, ${left} not decided`,
    '',
    ...describeTestCase(current, evidenceOf(current), width),
    '',
    ...(asking === null ? wrapText(keys, width) : []),
  ].join('\n')
}
