import { createError, fail, ok, type Result } from '@assay/core'
import {
  isDecided,
  reviewState,
  startReview,
  type ReviewEvent,
  type ReviewState,
  type SheetEvidence,
} from '@assay/core/testsets'
import type { TestCase } from '@assay/contracts'
import type { CommandContext } from '../command.ts'
import type { LoadedTestSet } from '../evaluation/load-test-set.ts'
import type { Workspace } from '../workspace.ts'
import { askForText } from './ask-for-text.ts'
import { readKey } from './read-key.ts'
import { renderReviewScreen } from './render-review-screen.ts'
import { createStamp } from './review-stamp.ts'
import { saveTestSet } from './save-test-set.ts'

export interface TerminalReview {
  readonly set: LoadedTestSet
  readonly evidenceOf: (testCase: TestCase) => readonly SheetEvidence[]
  readonly by: string | undefined
}

/** One case a screen. Every decision is in the file before the next key is read. */
export async function reviewAtTerminal(
  workspace: Workspace,
  { set, evidenceOf, by }: TerminalReview,
  context: CommandContext,
): Promise<Result<number>> {
  if (!process.stdin.isTTY || !context.output.isTerminal)
    return fail(
      createError('ASSAY-1001', {
        message: 'There is no terminal to review at',
        fix: 'write a sheet with --export FILE, and take it back with --apply FILE',
      }),
    )
  let state = startReview(set.cases)
  while (!state.isDone && !context.signal.aborted) {
    context.output.error(
      `\u001B[2J\u001B[H${renderReviewScreen(state, evidenceOf, context.output.columns)}\n`,
    )
    const event = await nextEvent(state)
    const next = reviewState(state, event, createStamp(workspace, context, by))
    if (next.cases !== state.cases) {
      const saved = await saveTestSet(workspace, set.file, next.cases)
      if (!saved.ok) return saved
    }
    state = next
  }
  const open = state.cases.filter((each) => !isDecided(each)).length
  context.output.error(
    `\n${set.file}: ${state.cases.length - open} of ${state.cases.length} cases decided, ${open} left\n`,
  )
  return ok(0)
}

async function nextEvent(state: ReviewState): Promise<ReviewEvent> {
  const current = state.cases[state.at]
  if (state.asking === null || current === undefined)
    return { kind: 'key', key: await readKey(process.stdin) }
  if (state.asking === 'reason') {
    const reason = await askForText('Why is it rejected?', '')
    return reason === null ? { kind: 'cancel' } : { kind: 'reason', reason }
  }
  const question = await askForText('Question', current.question)
  if (question === null || question.trim() === '') return { kind: 'cancel' }
  const referenceAnswer = await askForText('Reference', current.referenceAnswer)
  if (referenceAnswer === null) return { kind: 'cancel' }
  const isChanged = question !== current.question || referenceAnswer !== current.referenceAnswer
  return isChanged ? { kind: 'edit', edit: { question, referenceAnswer } } : { kind: 'cancel' }
}
