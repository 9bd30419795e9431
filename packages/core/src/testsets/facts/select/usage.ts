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
  /** Whether its wording has been used for its share of the set. */
  readonly isWornOut: (candidate: Ranked) => boolean
  readonly worth: (candidate: Ranked) => number
  readonly add: (candidate: Ranked) => void
}

export interface Caps {
  /** Questions one document or one table may give (methods §1.1). */
  readonly source: number
  /** Questions one wording may be used for. */
  readonly wording: number
}

export function createUsage(caps: Caps): Usage {
  const used = new Map<string, number>()
  const uses = (key: string): number => used.get(key) ?? 0
  const isWornOut = (draft: Draft): boolean => uses(wordingKey(draft)) >= caps.wording
  return {
    whyFull({ draft }) {
      if (uses(passageKey(draft)) > 0) return 'one question per passage and type'
      if (factKeys(draft).some((key) => uses(key) > 0)) return 'its fact is asked for already'
      if (uses(`document ${draft.documentId}`) >= caps.source)
        return 'its document has given its share of the set'
      if (uses(`family ${draft.family}`) >= caps.source) return 'its table has given its share of the set'
      return draft.frame === 'stands-for' && isWornOut(draft)
        ? 'abbreviations have their share of the set'
        : null
    },
    isWornOut: ({ draft }) => isWornOut(draft),
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
        ...factKeys(draft),
        wordingKey(draft),
        `topic ${testCase.topic ?? ''}`,
        `frame ${draft.frame}`,
        `lacking ${draft.absent?.subject ?? ''}`,
      ]
      for (const key of keys) used.set(key, uses(key) + 1)
    },
  }
}

/** A wrong premise is another question about a fact; every other type asks for the same answer again. */
const factKeys = ({ type, clusterKey, asked }: Draft): readonly string[] =>
  [clusterKey, ...asked.map(({ id }) => id)].map(
    (fact) => `asked ${type === 'false-premise' ? 'wrongly ' : ''}${fact}`,
  )

/** "What is the default value of …", whatever stands around it. */
function wordingKey({ frame, asked: [first] }: Draft): string {
  const bare = frame.replace(/^(?:complex|distracting|double|follow-up|split|out-of-scope)-/, '')
  const { ask } = first ?? {}
  if (ask?.form === 'attribute' || ask?.form === 'count') return `wording ${bare} ${first?.attribute ?? ''}`
  return ask?.form === 'which' ? `wording ${bare} ${ask.kind}` : `wording ${bare}`
}

/** What is absent stands in no passage: each attribute of a subject counts by itself. */
const passageKey = ({ type, chunkId, absent }: Draft): string =>
  absent === undefined ? `passage ${type} ${chunkId}` : `absent ${absent.subject} ${absent.attribute}`
