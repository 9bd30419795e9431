import type { TestCase } from '@assay/contracts'
import type { Draft } from '../compose/draft.ts'

/** A valid question with its standing in the ranking. */
export interface Ranked {
  readonly draft: Draft
  readonly testCase: TestCase
  readonly score: number
}

/** What the set holds already: caps what may be added and favours what was used least. */
interface Usage {
  /** Why nothing more may come from here, or `null`. */
  readonly whyFull: (candidate: Ranked) => string | null
  readonly worth: (candidate: Ranked) => number
  readonly add: (candidate: Ranked) => void
}

/** `cap`: questions one document or one table may give (methods §1.1). */
export function createUsage(cap: number): Usage {
  const used = new Map<string, number>()
  const uses = (key: string): number => used.get(key) ?? 0
  return {
    whyFull({ draft }) {
      if (uses(passageKey(draft)) > 0) return 'one question per passage and type'
      if (uses(`document ${draft.documentId}`) >= cap) return 'its document has given its share of the set'
      return uses(`family ${draft.family}`) >= cap ? 'its table has given its share of the set' : null
    },
    worth: ({ draft, testCase, score }) =>
      score -
      0.5 * uses(`fact ${draft.clusterKey}`) -
      0.12 * uses(`document ${draft.documentId}`) -
      (testCase.topic === null ? 0 : 0.05 * uses(`topic ${testCase.topic}`)) -
      0.04 * uses(`frame ${draft.frame}`) -
      (draft.absent === undefined ? 0 : 0.3 * uses(`lacking ${draft.absent.subject}`)),
    add({ draft, testCase }) {
      const keys = [
        passageKey(draft),
        `document ${draft.documentId}`,
        `family ${draft.family}`,
        `fact ${draft.clusterKey}`,
        `topic ${testCase.topic ?? ''}`,
        `frame ${draft.frame}`,
        `lacking ${draft.absent?.subject ?? ''}`,
      ]
      for (const key of keys) used.set(key, uses(key) + 1)
    },
  }
}

/** What is absent stands in no passage: each attribute of a subject counts by itself. */
const passageKey = ({ type, chunkId, absent }: Draft): string =>
  absent === undefined ? `passage ${type} ${chunkId}` : `absent ${absent.subject} ${absent.attribute}`
