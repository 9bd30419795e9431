import type { ChatMessage, Evidence, QuestionType, TestCase } from '@assay/contracts'
import type { Triple } from '../triple.ts'

/** A question before it is a test case. */
export interface Draft {
  readonly type: QuestionType
  readonly level: TestCase['level']
  readonly frame: string
  readonly question: string
  readonly history: readonly ChatMessage[]
  readonly referenceAnswer: string
  /** Facts asked for, each a claim of its own; none for out-of-scope. */
  readonly asked: readonly Triple[]
  /** Evidence beyond the facts' own: a paraphrase, the fact told in the history. */
  readonly extraEvidence: readonly Evidence[]
  /** Values the question wrongly claims. */
  readonly wrongValues: readonly string[]
  readonly tags: readonly string[]
  /** The fact that groups it; for out-of-scope the place that lacks it. */
  readonly clusterKey: string
  readonly chunkId: string
  readonly documentId: string
  /** Table or list it was read from. */
  readonly family: string
  /** Out-of-scope: what is absent. */
  readonly absent?: { readonly subject: string; readonly attribute: string }
}

/** A simple question that passed its validations, with the fact it asks for. */
export interface BaseQuestion {
  readonly triple: Triple
  readonly draft: Draft
}

export const draftFrom = (
  triple: Triple,
  parts: Pick<Draft, 'type' | 'level' | 'frame' | 'question'> & Partial<Draft>,
): Draft => ({
  history: [],
  referenceAnswer: triple.statement,
  asked: [triple],
  extraEvidence: [],
  wrongValues: [],
  tags: [],
  clusterKey: triple.id,
  chunkId: triple.source.evidence.chunkId,
  documentId: triple.source.documentId,
  family: triple.source.family,
  ...parts,
})
