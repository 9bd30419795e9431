import type { TestCase } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'

export const reviewDecisions = ['accept', 'edit', 'reject'] as const

/** Where a claim of the case is quoted from, for the reviewer to read. */
export interface SheetEvidence {
  readonly quote: string
  readonly source: string
}

export interface SheetTools {
  readonly hash: Hash
  readonly evidenceOf: (testCase: TestCase) => readonly SheetEvidence[]
}

/** One case of a review sheet as it came back. */
export interface SheetRow {
  /** In the file, from 1. */
  readonly line: number
  readonly id: string
  /** As written, in lower case; empty: not decided. */
  readonly decision: string
  readonly reason: string
  readonly question: string
  readonly reference: string
  /** Stands for the words the sheet was written with. */
  readonly version: string
}

/** Changes with the words that a reviewer judges. */
export const sheetVersion = ({ question, referenceAnswer, history }: TestCase, hash: Hash): string =>
  hash(JSON.stringify([question, referenceAnswer, history])).slice(0, 8)

export const decisionOf = ({ review }: TestCase): string => {
  switch (review?.decision) {
    case 'accepted':
      return 'accept'
    case 'edited':
      return 'edit'
    case 'rejected':
      return 'reject'
    case 'returned':
    case undefined:
      return ''
  }
}
