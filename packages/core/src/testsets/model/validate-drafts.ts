import { must } from '../../must.ts'
import type { Candidate } from '../generator.ts'
import { askAboutDrafts, type DraftAnswers } from './ask-about-drafts.ts'
import type { FoundAnswer } from './answer-drafts.ts'
import { compareAnswers, type AnswerPair, type Comparison } from './compare-answers.ts'
import { decide, failed, passed, questionText, type CheckId, type Draft, type Finding } from './draft.ts'
import { locateEvidence } from './locate-evidence.ts'
import type { Workshop } from './workshop.ts'

/** A draft that passed the rules, with what they found. */
export interface CheckedDraft {
  readonly draft: Draft
  readonly findings: readonly Finding[]
}

/** Tests answerable drafts with the validating model: what could not be tested is rejected, never kept. */
export async function validateDrafts(
  checked: readonly CheckedDraft[],
  workshop: Workshop,
): Promise<readonly Candidate[]> {
  const drafts = checked.map(({ draft }) => draft)
  const answers = await askAboutDrafts(drafts, workshop)
  const pairs = drafts.flatMap((draft) => pairsOf(draft, answersTo(answers, draft)))
  const comparisons = await compareAnswers(pairs, workshop)
  return checked.map(({ draft, findings }) => {
    const judged = { draft, answers: answersTo(answers, draft), comparisons }
    return decide(withAgreeingContext(judged), [...findings, ...findingsOf(judged)])
  })
}

interface Judged {
  readonly draft: Draft
  readonly answers: DraftAnswers
  readonly comparisons: ReadonlyMap<string, Comparison>
}

const answersTo = (answers: ReadonlyMap<string, DraftAnswers>, { label }: Draft): DraftAnswers =>
  must(answers.get(label), `what was asked about ${label}`)

type Way = 'contexts' | 'plain' | 'elsewhere' | 'closed'

const labelOf = (draft: Draft, way: Way): string => `${draft.label}-${way}`

/** Only what is left to be said: a draft that cannot be answered needs no comparison. */
function pairsOf(draft: Draft, answers: DraftAnswers): readonly AnswerPair[] {
  const { fromContexts, plain, elsewhere, closedBook } = answers
  const given: readonly (readonly [Way, string])[] = [
    ['contexts', answerOf(fromContexts)],
    ['plain', answerOf(plain)],
    ['elsewhere', answerOf(elsewhere)],
    ['closed', closedBook.result.ok ? closedBook.result.value.answer : ''],
  ]
  const isOpen = given[0]?.[1] !== '' && (plain === null || given[1]?.[1] !== '')
  const { question, history, referenceAnswer } = draft.testCase
  return given
    .filter(([way, answer]) => answer !== '' && (isOpen || way === 'contexts'))
    .map(([way, answer]) => ({
      label: labelOf(draft, way),
      question: questionText(question, history),
      reference: referenceAnswer,
      given: answer,
    }))
}

const answerOf = (asked: DraftAnswers['plain']): string =>
  asked?.result.ok === true && asked.result.value.answerable ? asked.result.value.answer : ''

/** In the order in which a reader would ask: understood, answerable, true, the only answer, not known anyway. */
function findingsOf(judged: Judged): readonly Finding[] {
  const { answers } = judged
  return [
    understood(answers.closedBook),
    agrees('answerable-from-contexts', 'contexts', answers.fromContexts, judged),
    ...(answers.plain === null ? [] : [agrees('reference-rederived', 'plain', answers.plain, judged)]),
    statementsHold(judged),
    unique(judged),
    notKnown(judged),
  ]
}

function understood({ result, sharedWith }: DraftAnswers['closedBook']): Finding {
  if (!result.ok) return failed('self-contained', untested(result.error.message), sharedWith)
  return result.value.understandable
    ? passed('self-contained', sharedWith)
    : failed('self-contained', 'a reader without the passages does not know what is asked', sharedWith)
}

/** Answering and comparing are one check: of their two calls, the one that was shared more. */
const mostShared = (asked: { readonly sharedWith: number }, comparison: Comparison | undefined): number =>
  Math.max(asked.sharedWith, comparison?.sharedWith ?? 0)

const untested = (message: string): string => `it could not be tested: ${message}`

function agrees(
  check: CheckId,
  way: Way,
  { result, ...asked }: DraftAnswers['fromContexts'],
  { draft, comparisons }: Judged,
): Finding {
  const comparison = comparisons.get(labelOf(draft, way))
  const sharedWith = mostShared(asked, comparison)
  if (!result.ok) return failed(check, untested(result.error.message), sharedWith)
  if (!result.value.answerable) return failed(check, 'its passages do not answer it', sharedWith)
  if (comparison?.verdict === 'same') return passed(check, sharedWith)
  const why = comparison?.reason ?? 'it was not compared'
  return failed(
    check,
    `answered from its passages it is "${shorten(result.value.answer)}": ${why}`,
    sharedWith,
  )
}

function statementsHold({ draft, answers: { fromContexts } }: Judged): Finding {
  const { result, sharedWith } = fromContexts
  if (!result.ok) return failed('statements-hold', untested(result.error.message), sharedWith)
  const mustContradict = draft.testCase.type === 'false-premise'
  if (result.value.contradicted === mustContradict) return passed('statements-hold', sharedWith)
  const fault = mustContradict
    ? 'the passages do not contradict its premise'
    : 'it states something that the passages contradict'
  return failed('statements-hold', fault, sharedWith)
}

function unique({ draft, answers: { elsewhere }, comparisons }: Judged): Finding {
  if (elsewhere === null) return passed('unique-answer')
  const { result } = elsewhere
  const comparison = comparisons.get(labelOf(draft, 'elsewhere'))
  const sharedWith = mostShared(elsewhere, comparison)
  if (!result.ok) return failed('unique-answer', untested(result.error.message), sharedWith)
  if (!result.value.answerable || comparison?.verdict === 'same') return passed('unique-answer', sharedWith)
  return failed('unique-answer', `other passages say "${shorten(result.value.answer)}"`, sharedWith)
}

function notKnown({ draft, answers: { closedBook }, comparisons }: Judged): Finding {
  const { result } = closedBook
  const comparison = comparisons.get(labelOf(draft, 'closed'))
  const sharedWith = mostShared(closedBook, comparison)
  if (!result.ok) return failed('not-answerable-without', untested(result.error.message), sharedWith)
  if (result.value.answer === '' || comparison?.verdict === 'different')
    return passed('not-answerable-without', sharedWith)
  const fault =
    comparison?.verdict === 'same'
      ? `the model knows it without the passages: "${shorten(result.value.answer)}"`
      : `whether the model knows it is unclear: ${comparison?.reason ?? 'it was not compared'}`
  return failed('not-answerable-without', fault, sharedWith)
}

/** The same answer in another passage makes that passage a reference context too (methods §1.7). */
function withAgreeingContext({ draft, answers: { elsewhere }, comparisons }: Judged): Draft {
  if (elsewhere === null || !elsewhere.result.ok) return draft
  if (comparisons.get(labelOf(draft, 'elsewhere'))?.verdict !== 'same') return draft
  const place = placeOf(elsewhere.result.value, elsewhere.passages)
  if (place === null || draft.testCase.referenceContexts.includes(place)) return draft
  const referenceContexts = [...draft.testCase.referenceContexts, place]
  return { ...draft, testCase: { ...draft.testCase, referenceContexts } }
}

const placeOf = (
  { evidence, passages: [label = ''] }: FoundAnswer,
  passages: NonNullable<DraftAnswers['elsewhere']>['passages'],
): string | null => locateEvidence(evidence, label, passages)?.chunkId ?? null

const shorten = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 119)}…`)
