import type { ChatMessage, TestCase } from '@assay/contracts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { questionTypes } from '../../prompts/question-types.data.ts'
import type { Candidate } from '../generator.ts'
import type { Neighbourhood } from './model-unit.ts'

/** A candidate on its way through the checks. */
export interface Draft {
  /** `q1`, `q2`: unique in its unit, and what the model calls it. */
  readonly label: string
  readonly neighbourhood: Neighbourhood
  readonly testCase: TestCase
  /** Without what its type adds; empty when the type adds nothing. */
  readonly plainQuestion: string
  /** Out-of-scope questions: other words to look for an answer by. */
  readonly searches: readonly string[]
}

/** `standalone`: the plain form where the type has one, else the question with its conversation. */
export type QuestionForm = 'question' | 'plainQuestion' | 'standalone'

export const hasPlainForm = ({ testCase: { type } }: Draft): boolean =>
  type !== 'out-of-scope' && questionTypes[type].plainQuestion !== null

export function formOf(draft: Draft, form: QuestionForm): string {
  const { question, history } = draft.testCase
  const isPlain = form === 'plainQuestion' || (form === 'standalone' && hasPlainForm(draft))
  return isPlain ? draft.plainQuestion : questionText(question, history)
}

export type CheckId =
  | 'well-formed'
  | 'self-contained'
  | 'of-its-type'
  | 'quotes-verbatim'
  | 'answer-not-leaked'
  | 'near-duplicate'
  | 'answerable-from-contexts'
  | 'reference-rederived'
  | 'statements-hold'
  | 'unique-answer'
  | 'not-answerable-without'
  | 'absent-from-knowledge-base'

/** What one check found. */
export interface Finding {
  readonly check: CheckId
  /** `null`: it passed. */
  readonly fault: string | null
  /** Other candidates in the same model call; absent: no model was asked. */
  readonly sharedWith?: number
}

export const passed = (check: CheckId, sharedWith?: number): Finding => ({
  check,
  fault: null,
  ...(sharedWith === undefined ? {} : { sharedWith }),
})

export const failed = (check: CheckId, fault: string, sharedWith?: number): Finding => ({
  check,
  fault,
  ...(sharedWith === undefined ? {} : { sharedWith }),
})

/** Kept when nothing was found against it. The first fault rejects it; what came after it is not reported. */
export function decide(draft: Draft, findings: readonly Finding[]): Candidate {
  const { type } = draft.testCase
  const question = questionText(draft.testCase.question, draft.testCase.history)
  const end = findings.findIndex(({ fault }) => fault !== null)
  const told = end === -1 ? findings : findings.slice(0, end + 1)
  const checks = told.map(({ check, fault, sharedWith }) => ({
    id: check,
    outcome: fault === null ? ('passed' as const) : ('failed' as const),
    ...(sharedWith === undefined ? {} : { sharedWith }),
  }))
  const fault = findings[end]
  if (fault !== undefined)
    return { outcome: 'rejected', type, question, checks, rejectedBy: fault.check, reason: fault.fault ?? '' }
  const validity = Object.fromEntries(told.map(({ check }) => [check, 'passed' as const]))
  return { outcome: 'kept', type, question, checks, testCase: { ...draft.testCase, validity } }
}

/** A question as a model is shown it: the conversation before it, then the message itself. */
export const questionText = (question: string, history: readonly ChatMessage[]): string =>
  history.length === 0
    ? question
    : [...history, { role: 'user', content: question }]
        .map(({ role, content }) => `${role}: ${content}`)
        .join('\n')

export const passageTexts = ({ passages }: Pick<Neighbourhood, 'passages'>): readonly FencedText[] =>
  passages.map(({ label, chunk }) => ({ label, text: `${chunk.titlePath.join(' > ')}\n\n${chunk.text}` }))
