import { labelOutcomeSchema, type ContextRow, type LabelOutcome } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { formatCsvRows, parseCsvRows } from '@assay/core/testsets'
import type { GivenLabel, QueuedAnswer } from './label-queue.ts'

/** A queue as a spreadsheet: the columns to fill in first, no verdict of the judge in it. */
export const formatLabelSheet = (
  queue: readonly QueuedAnswer[],
  contexts: ReadonlyMap<string, ContextRow>,
): string =>
  formatCsvRows(
    queue.map(({ unit, testCase, answer }) => ({
      unit,
      label: '',
      note: '',
      question: testCase.question,
      answer: answer.text,
      reference: testCase.referenceAnswer,
      type: testCase.type,
      history: testCase.history.map(({ role, content }) => `${role}: ${content}`).join('\n'),
      passages: testCase.referenceContexts.flatMap((id) => contexts.get(id)?.text ?? []).join('\n\n'),
    })),
  )

export interface SheetLabel extends GivenLabel {
  readonly answer: QueuedAnswer
}

/**
 * The labels of a filled-in sheet, all or none; rows without one are left for later. Fails with ASSAY-7020 naming a row
 * that is not of the queue, or a word that is no label.
 */
export function parseLabelSheet(
  text: string,
  file: string,
  queue: readonly QueuedAnswer[],
): Result<readonly SheetLabel[]> {
  const rows = parseCsvRows(text, file)
  if (!rows.ok) return rows
  const answers = new Map(queue.map((answer) => [answer.unit, answer]))
  const labels: SheetLabel[] = []
  for (const { line, record } of rows.value) {
    const word = (record['label'] ?? '').trim()
    if (word === '') continue
    const answer = answers.get((record['unit'] ?? '').trim())
    const outcome = readOutcome(word)
    if (answer === undefined)
      return refuse(`${file}, line ${line}: no answer of the queue is "${record['unit'] ?? ''}"`)
    if (outcome === null)
      return refuse(
        `${file}, line ${line}: "${word}" is no label: write ${labelOutcomeSchema.options.join(', ')}`,
      )
    labels.push({ answer, outcome, note: (record['note'] ?? '').trim() })
  }
  return ok(labels)
}

const refuse = (where: string): Result<never> =>
  fail(createError('ASSAY-7020', { where, so: 'nothing was written' }))

/** As written, in any case, with dashes or underscores for spaces. */
export function readOutcome(word: string): LabelOutcome | null {
  const parsed = labelOutcomeSchema.safeParse(
    word
      .trim()
      .toLowerCase()
      .replaceAll(/[-_\s]+/g, ' '),
  )
  return parsed.success ? parsed.data : null
}
