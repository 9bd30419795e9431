import type { TestCase } from '@assay/contracts'
import { rewordCase } from '@assay/core/testsets'
import { fillCase } from '../test-sets/fill-case.ts'

export interface ProposedWords {
  readonly id: string
  readonly question: string
  readonly referenceAnswer: string
}

/**
 * A draft of somebody's own words. From an asked case it keeps what the words do not change: type, topic, conversation, passages,
 * and the cluster, for the two are not independent.
 */
export function draftCase(words: ProposedWords, asked: TestCase | null): TestCase {
  const { id, question, referenceAnswer } = words
  if (asked === null)
    return fillCase({ id, question, referenceAnswer }, { createId: () => id, mayEdit: false })
  const { review: _, ...reworded } = rewordCase(asked, { question, referenceAnswer })
  return {
    ...reworded,
    id,
    provenance: { generator: 'person', composedFrom: [asked.id] },
    status: 'draft',
  }
}
