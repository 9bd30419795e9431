import type { Chunk, TestCase } from '@assay/contracts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'

/** Every validation a generator can name in a case's `validity` or as the reason of a rejection. */
export const validationIds = [
  'well-formed',
  'self-contained',
  'quotes-verbatim',
  'answer-not-leaked',
  'near-duplicate',
  'unique-answer',
  'answerable-from-contexts',
  'not-answerable-without',
  'absent-from-knowledge-base',
  'distractor-keeps-answer',
] as const
export type ValidationId = (typeof validationIds)[number]

export interface ValidationContext {
  readonly chunks: ReadonlyMap<string, Chunk>
}

export const createValidationContext = (knowledgeBase: Pick<KnowledgeBase, 'chunks'>): ValidationContext => ({
  chunks: new Map(knowledgeBase.chunks.map((chunk) => [chunk.id, chunk])),
})

/** A rule over one case. `null`: it holds; else why it does not, for a person to read. */
export interface Validation {
  readonly id: ValidationId
  /** Whether the rule says anything about this case. */
  applies(testCase: TestCase): boolean
  findFault(testCase: TestCase, context: ValidationContext): string | null
}
