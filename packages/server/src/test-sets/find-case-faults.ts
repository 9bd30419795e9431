import type { TestCase } from '@assay/contracts'
import { findCheckFault } from '../documents/find-check-fault.ts'
import { isTooDeep } from '../documents/is-too-deep.ts'
import type { FieldFault } from '../http/to-problem.ts'

/** Code units; it stands in addresses and in an index. */
const longestId = 200
const longestText = 100_000

/** What forbids a case in the hub, beside its schema, with pointers within the case. */
export function findCaseFaults(testCase: TestCase): readonly FieldFault[] {
  const { id, question, referenceAnswer, checks = [] } = testCase
  const faults: FieldFault[] = []
  if (id === '' || id.length > longestId)
    faults.push({ pointer: '/id', message: `1 to ${longestId} characters` })
  else if (/\p{Cc}/u.test(id)) faults.push({ pointer: '/id', message: 'no line ends or control characters' })
  if (question.trim() === '') faults.push({ pointer: '/question', message: 'it is empty' })
  for (const [pointer, text] of [
    ['/question', question],
    ['/referenceAnswer', referenceAnswer],
  ] as const)
    if (text.length > longestText)
      faults.push({ pointer, message: `at most ${longestText.toLocaleString('en')} characters` })
  if (isTooDeep(testCase)) faults.push({ pointer: '', message: 'it is nested too deep' })
  for (const [index, use] of checks.entries()) {
    const fault = findCheckFault(use)
    if (fault !== null) faults.push({ pointer: `/checks/${index}`, message: fault })
  }
  return faults
}
