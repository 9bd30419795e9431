import type { FencedText } from '../../prompts/fence-texts.ts'
import { answerClosedBookPrompt } from '../../prompts/answer-closed-book.data.ts'
import { answerFromPassagesPrompt } from '../../prompts/answer-from-passages.data.ts'
import { ok, type Result } from '../../result.ts'
import { askForJson } from '../../structured-output/ask-for-json.ts'
import { formOf, type Draft, type QuestionForm } from './draft.ts'
import type { Workshop } from './workshop.ts'

/** What the validating model said to one question. */
export interface FoundAnswer {
  readonly answerable: boolean
  /** Empty when it is not answerable. */
  readonly answer: string
  readonly evidence: string
  /** Labels of the passages it needs. */
  readonly passages: readonly string[]
  /** The question states something that the passages contradict. */
  readonly contradicted: boolean
}

export interface ClosedBookAnswer {
  readonly understandable: boolean
  /** Empty when the model has none. */
  readonly answer: string
}

/** Answers by the draft's label. Questions of one call, over passages of one neighbourhood. */
export async function answerFromPassages(
  drafts: readonly Draft[],
  form: QuestionForm,
  passages: readonly FencedText[],
  { validator, hash }: Workshop,
): Promise<Result<ReadonlyMap<string, FoundAnswer>>> {
  const questions = drafts.map((draft) => ({ label: draft.label, text: formOf(draft, form) }))
  const asked = await askForJson(
    validator,
    answerFromPassagesPrompt,
    { passages, questions },
    {
      hash,
      temperature: 0,
      check: ({ answers }) =>
        missingLabels(
          labelsOf(drafts),
          answers.map(({ question }) => question),
        ),
    },
  )
  if (!asked.ok) return asked
  return ok(
    new Map(asked.value.value.answers.map(({ question, ...answer }) => [question, cleanAnswer(answer)])),
  )
}

/** Answers without any document; the questions are of different documents. */
export async function answerClosedBook(
  drafts: readonly Draft[],
  { validator, hash, options }: Workshop,
): Promise<Result<ReadonlyMap<string, ClosedBookAnswer>>> {
  const questions = drafts.map((draft) => ({ label: draft.label, text: formOf(draft, 'question') }))
  const asked = await askForJson(
    validator,
    answerClosedBookPrompt,
    { description: options.description ?? 'not told', questions },
    {
      hash,
      temperature: 0,
      check: ({ answers }) =>
        missingLabels(
          labelsOf(drafts),
          answers.map(({ question }) => question),
        ),
    },
  )
  if (!asked.ok) return asked
  return ok(
    new Map(
      asked.value.value.answers.map(({ question, understandable, answer }) => [
        question,
        { understandable, answer: answer.trim() },
      ]),
    ),
  )
}

/** An answer without words is none, whatever the model says of it. */
const cleanAnswer = (answer: FoundAnswer): FoundAnswer => {
  const text = answer.answer.trim()
  return { ...answer, answer: text, answerable: answer.answerable && /[\p{L}\p{N}]/u.test(text) }
}

const labelsOf = (drafts: readonly Draft[]): readonly string[] => drafts.map(({ label }) => label)

/** Each label once: what is left out or told twice cannot be used. */
export function missingLabels(wanted: readonly string[], given: readonly string[]): string | null {
  const faulty = wanted.filter((label) => given.filter((one) => one === label).length !== 1)
  return faulty.length === 0 ? null : `there must be exactly one entry for each of ${faulty.join(', ')}`
}
