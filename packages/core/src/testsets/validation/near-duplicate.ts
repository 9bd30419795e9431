import type { TestCase } from '@assay/contracts'
import { contentWordsOf } from './words.ts'

/** Questions alike to this share of their words ask the same, unless what differs is a name, a number or a code. */
const MIN_SIMILARITY = 0.8

interface DuplicateGuard {
  /** The accepted question this one repeats, or `null`. */
  findTwin(testCase: Pick<TestCase, 'question' | 'history'>): string | null
  add(testCase: Pick<TestCase, 'question' | 'history'>): void
}

export function createDuplicateGuard(): DuplicateGuard {
  const accepted: { question: string; words: ReadonlySet<string> }[] = []
  return {
    findTwin(testCase) {
      const words = wordSet(testCase)
      return accepted.find((other) => isTwin(words, other.words))?.question ?? null
    },
    add: (testCase) => void accepted.push({ question: testCase.question, words: wordSet(testCase) }),
  }
}

/** Names, numbers and codes are kept as written, so that they tell questions apart. */
function wordSet({ question, history }: Pick<TestCase, 'question' | 'history'>): ReadonlySet<string> {
  const text = [...history.map((message) => message.content), question].join(' ')
  const marked = [...text.matchAll(/`[^`]+`|"[^"]+"|\b\d[\w.,]*|(?<=[a-z,] )[A-Z][\w-]*/g)].map(
    (match) => `=${match[0]}`,
  )
  return new Set([...contentWordsOf(text), ...marked])
}

function isTwin(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const apart = [...left]
    .filter((word) => !right.has(word))
    .concat([...right].filter((word) => !left.has(word)))
  if (apart.some((word) => word.startsWith('='))) return false
  const union = new Set([...left, ...right]).size
  return union > 0 && (union - apart.length) / union >= MIN_SIMILARITY
}
