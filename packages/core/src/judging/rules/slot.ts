import type { ClaimKey } from '@assay/contracts'
import { contentStems } from './read-words.ts'

/** What a claim is about: the place in an answer where its value must stand. */
export interface Slot {
  readonly question: string
  /** Question, earlier messages, subject and attribute: what stands there is no answer of its own. */
  readonly known: string
  /** The question puts in a wrong value, which the answer must not take over. */
  readonly isFalsePremise: boolean
  /** Stems that name the subject; empty: only the question tells. */
  readonly subject: readonly string[]
  /** Stems that name the asked attribute. */
  readonly attribute: readonly string[]
  /** Whether the key names the attribute itself; otherwise the question's words stand in for it. */
  readonly isTyped: boolean
  /** The subject, when it is one code-like name: another such name in its place is another subject. */
  readonly identifier: string | null
}

export const codeName =
  /(?<![\p{L}\p{N}])(?:--?[a-z][\w-]*|[a-z]+[A-Z]\w*(?:\.\w+)*|[A-Za-z]\w*(?:[._]\w+)+|[A-Z][a-z]+[A-Z]\w*)(?![\p{L}\p{N}])/gu

/** What was asked, with the messages before it. */
export interface Asked {
  readonly question: string
  readonly history: string
  readonly isFalsePremise: boolean
}

export function createSlot(key: ClaimKey, { question, history, isFalsePremise }: Asked): Slot {
  const asked = contentStems(question)
  const subject = contentStems(key.subject ?? '')
  const attribute = contentStems(key.attribute ?? '')
  const rest = asked.filter((stem) => !subject.includes(stem))
  return {
    question,
    known: [question, history, key.subject ?? '', key.attribute ?? ''].join('\n'),
    isFalsePremise,
    subject,
    attribute: attribute.length > 0 ? attribute : rest,
    isTyped: attribute.length > 0,
    identifier: codeNames(key.subject ?? '')[0] ?? null,
  }
}

export const codeNames = (text: string): readonly string[] =>
  Array.from(text.matchAll(codeName), (match) => match[0])
