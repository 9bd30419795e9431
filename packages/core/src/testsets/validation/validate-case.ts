import type { TestCase } from '@assay/contracts'
import { answerNotLeaked } from './answer-not-leaked.ts'
import { answerableFromContexts } from './answerable-from-contexts.ts'
import { distractorKeepsAnswer } from './distractor-keeps-answer.ts'
import { quotesVerbatim } from './quotes-verbatim.ts'
import { selfContained } from './self-contained.ts'
import type { Validation, ValidationContext, ValidationId } from './validation.ts'
import { wellFormed } from './well-formed.ts'

interface Fault {
  readonly rejectedBy: ValidationId
  readonly reason: string
}

export type CaseValidation =
  | { readonly valid: true; readonly validity: TestCase['validity'] }
  | ({ readonly valid: false } & Fault)

/** The rules that need no model and no other case, cheapest first. */
const caseValidations: readonly Validation[] = [
  wellFormed,
  selfContained,
  quotesVerbatim,
  answerableFromContexts,
  answerNotLeaked,
  distractorKeepsAnswer,
]

/** Runs every rule that says something about the case; the first fault rejects it. */
export function validateCase(testCase: TestCase, context: ValidationContext): CaseValidation {
  const validity: Record<string, 'passed' | 'not-tested'> = {}
  for (const validation of caseValidations) {
    if (!validation.applies(testCase)) continue
    const reason = validation.findFault(testCase, context)
    if (reason !== null) return { valid: false, rejectedBy: validation.id, reason }
    validity[validation.id] = 'passed'
  }
  return { valid: true, validity }
}
