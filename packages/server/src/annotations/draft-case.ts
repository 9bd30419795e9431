import { createHash } from 'node:crypto'
import type { TestCase } from '@assay/contracts'
import { detectLanguage } from '@assay/core/languages'
import { createImportedCase, rewordCase } from '@assay/core/testsets'

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
    return {
      ...createImportedCase({ id, question, referenceAnswer, format: 'person' }, { hash, detectLanguage }),
      provenance: { generator: 'person' },
      status: 'draft',
    }
  const { review: _, ...reworded } = rewordCase(asked, { question, referenceAnswer })
  return {
    ...reworded,
    id,
    provenance: { generator: 'person', composedFrom: [asked.id] },
    status: 'draft',
  }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
