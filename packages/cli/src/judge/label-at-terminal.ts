import { createError, fail, ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'
import { widthOf } from '../present.ts'
import { askForText } from '../testset/ask-for-text.ts'
import { readKey } from '../testset/read-key.ts'
import type { GivenLabel, QueuedAnswer } from './label-queue.ts'
import type { LabelSession } from './label-session.ts'
import { labelState, startLabelling, type LabelEvent, type LabelState } from './label-state.ts'
import { renderLabelScreen } from './render-label-screen.ts'

/** One answer a screen, until the queue is done or left. Answers this person has labelled are not asked again. */
export async function labelAtTerminal(session: LabelSession, context: CommandContext): Promise<Result<void>> {
  if (!process.stdin.isTTY || !context.output.isTerminal)
    return fail(
      createError('ASSAY-1001', {
        message: 'There is no terminal to label at',
        fix: 'write a sheet with --csv FILE, and take it back with --from FILE',
      }),
    )
  const { queue, run } = session
  let state = startLabelling(queue.length, placesDone(session))
  let revealed: string | null = null
  while (!state.isDone && !context.signal.aborted) {
    const screen = { state, queue, contexts: run.contexts, revealed, width: widthOf(context) }
    context.output.error(`\u001B[2J\u001B[H${renderLabelScreen(screen)}\n`)
    const event = await nextEvent(state)
    const next = labelState(state, event)
    const labelled = queue[state.at]
    const given = next.given.get(state.at)
    if (event.kind === 'key' && event.key === '?') revealed = session.guideline.text
    if (labelled !== undefined && given !== undefined && given !== state.given.get(state.at)) {
      const written = await session.write(labelled, given)
      if (!written.ok) return written
      revealed = describeBoth(labelled, given)
    }
    state = next
  }
  return ok(undefined)
}

function placesDone({ queue, run, labels, labeller }: LabelSession): ReadonlySet<number> {
  const mine = labels.labels().filter((label) => label.labeller === labeller && label.runId === run.answersId)
  const units = new Set(mine.map(({ unit }) => unit))
  return new Set([...queue.keys()].filter((place) => units.has(queue[place]?.unit ?? '')))
}

async function nextEvent({ asking, note }: LabelState): Promise<LabelEvent> {
  if (asking === null) return { kind: 'key', key: await readKey(process.stdin) }
  return { kind: 'note', note: (await askForText('Note', note)) ?? note }
}

const describeBoth = ({ testCase, verdict }: QueuedAnswer, { outcome }: GivenLabel): string =>
  `${testCase.id}: you said ${outcome}; the judge ${(verdict.label ?? verdict.outcome).replaceAll('-', ' ')}${verdict.reason === undefined ? '' : `: ${verdict.reason}`}`
