import type { TestCase } from '@assay/contracts'
import { questionTypes } from '../../prompts/question-types.data.ts'
import { createDuplicateGuard } from '../validation/near-duplicate.ts'
import { selfContained } from '../validation/self-contained.ts'
import type { ValidationContext } from '../validation/validation.ts'
import { wellFormed } from '../validation/well-formed.ts'
import { failed, passed, type CheckId, type Draft, type Finding } from './draft.ts'
import type { WrittenDraft } from './write-drafts.ts'

/** Rules that need no model, in order; the first fault ends them. */
export function checkDrafts(
  drafts: readonly WrittenDraft[],
  context: ValidationContext,
): readonly { readonly draft: Draft; readonly findings: readonly Finding[] }[] {
  const guard = createDuplicateGuard()
  return drafts.map((written, index) => {
    const draft: Draft = { ...written, label: `q${index + 1}` }
    const findings: Finding[] = []
    for (const rule of rules) {
      const fault = rule.findFault(written, context)
      findings.push(fault === null ? passed(rule.check) : failed(rule.check, fault))
      if (fault !== null) return { draft, findings }
    }
    const twin = guard.findTwin(draft.testCase)
    guard.add(draft.testCase)
    const told = twin === null ? passed('near-duplicate') : failed('near-duplicate', `it repeats "${twin}"`)
    return { draft, findings: [...findings, told] }
  })
}

interface Rule {
  readonly check: CheckId
  findFault(draft: WrittenDraft, context: ValidationContext): string | null
}

const rules: readonly Rule[] = [
  { check: 'well-formed', findFault: (draft, context) => formFault(draft.testCase, context) },
  { check: 'self-contained', findFault: (draft, context) => pointerFault(draft.testCase, context) },
  { check: 'of-its-type', findFault: typeFault },
  { check: 'quotes-verbatim', findFault: quoteFault },
  { check: 'answer-not-leaked', findFault: ({ testCase }) => leakFault(testCase) },
]

const maxCharacters = 600

function formFault(testCase: TestCase, context: ValidationContext): string | null {
  const { question, referenceAnswer, history, language } = testCase
  if (!hasWords(question)) return 'the question is empty'
  if (!hasWords(referenceAnswer)) return 'the reference answer is empty'
  if (history.some(({ content }) => !hasWords(content))) return 'a message before the question is empty'
  if (question.length > maxCharacters) return `the question is longer than ${maxCharacters} characters`
  return language === 'en' ? wellFormed.findFault(testCase, context) : null
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** In questions of several sentences a pronoun may point back; whether they can be understood alone, a model says. */
function pointerFault(testCase: TestCase, context: ValidationContext): string | null {
  if (testCase.language !== 'en') return null
  const ofOneSentence = !/[.!?]\s/.test(testCase.question)
  return ofOneSentence || testCase.history.length > 0 ? selfContained.findFault(testCase, context) : null
}

function typeFault({ testCase, plainQuestion, neighbourhood }: WrittenDraft): string | null {
  const { type, history, referenceClaims, referenceContexts } = testCase
  if (type === 'out-of-scope') return null
  const row = questionTypes[type]
  if (row.plainQuestion !== null && !hasWords(plainQuestion)) return 'its plain form is missing'
  if (row.plainQuestion !== null && plainQuestion === testCase.question)
    return 'it is the same as its plain form'
  if (row.history === null && history.length > 0) return 'messages stand before it'
  if (row.history !== null && !isTurnByTurn(history)) return 'no conversation in turns stands before it'
  if (type === 'double' && referenceClaims.length < 2) return 'it has fewer than two claims'
  if (row.documents === 2) {
    const documents = neighbourhood.passages
      .filter(({ chunk }) => referenceContexts.includes(chunk.id))
      .map(({ chunk }) => chunk.documentId)
    if (new Set(documents).size < 2) return 'its evidence stands in one document'
  }
  return null
}

/** User first, assistant last, so that the question is the user's next message. */
const isTurnByTurn = (history: TestCase['history']): boolean =>
  history.length >= 2 &&
  history.length % 2 === 0 &&
  history.every(({ role }, index) => role === (index % 2 === 0 ? 'user' : 'assistant'))

function quoteFault({ testCase, lostQuote }: WrittenDraft): string | null {
  if (testCase.type === 'out-of-scope') return null
  if (testCase.referenceClaims.length === 0) return 'it has no claims'
  if (testCase.referenceClaims.some(({ text }) => !hasWords(text))) return 'a claim is empty'
  return lostQuote === null ? null : `"${lostQuote.slice(0, 120)}" stands in none of its passages`
}

/** A short answer stands in the question, or in what was said before it. */
function leakFault({ type, question, history, referenceAnswer }: TestCase): string | null {
  if (type === 'out-of-scope' || type === 'false-premise') return null
  const words = wordsOf(referenceAnswer)
  const told = ` ${wordsOf([...history.map(({ content }) => content), question].join(' ')).join(' ')} `
  const isLeaked = words.length <= 8 && told.includes(` ${words.join(' ')} `)
  return isLeaked ? `the question gives "${referenceAnswer}" away` : null
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[.,][\p{N}]+)*/gu) ?? []
