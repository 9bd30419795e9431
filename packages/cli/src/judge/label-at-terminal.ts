import { createError, fail, ok, type Result } from '@assay/core'
import type { GivenLabel, QueuedAnswer } from '@assay/core/judging/calibration'
import type { CommandContext } from '../command.ts'
import { widthOf } from '../present.ts'
import { askForText } from '../testset/ask-for-text.ts'
import { readKey } from '../testset/read-key.ts'
import type { LabelSession } from './label-session.ts'
import { labelState, startLabelling, type LabelEvent, type LabelState } from './label-state.ts'
import { renderLabelScreen } from './render-label-screen.ts'

/** One answer a screen, until the queue is done or left. Answers this person has labelled, here or in another queue, are not asked again. */
export async function labelAtTerminal(session: LabelSession, context: CommandContext): Promise<Result<void>> {
  if (!process.stdin.isTTY || !context.output.isTerminal)
    return fail(
      createError('ASSAY-1001', {
        message: 'There is no terminal to label at',
        fix: 'write a sheet with --csv FILE, and take it back with --from FILE',
      }),
    )
  const { queue, run } = session
  const contexts = await run.readContexts()
  let state = startLabelling(queue.length, placesDone(session))
  let revealed: string | null = null
  while (!state.isDone && !context.signal.aborted) {
    const labelled = queue[state.at]
    const known = labelled === undefined || state.given.has(state.at) ? null : session.saidBefore(labelled)
    if (known === null) {
      const screen = { state, queue, contexts, revealed, width: widthOf(context) }
      context.output.error(`\u001B[2J\u001B[H${renderLabelScreen(screen)}\n`)
    }
    const event: LabelEvent = known === null ? await nextEvent(state) : { kind: 'label', given: known }
    const next = labelState(state, event)
    const given = next.given.get(state.at)
    if (event.kind === 'key' && event.key === '?') revealed = session.guideline.text
    if (labelled !== undefined && given !== undefined && given !== state.given.get(state.at)) {
      const written = await session.write(labelled, given)
      if (!written.ok) return written
      if (known === null) revealed = describeBoth(labelled, given)
    }
    state = next
  }
  return ok(undefined)
}

const placesDone = (session: LabelSession): ReadonlySet<number> =>
  new Set(session.queue.flatMap((answer, place) => (session.isDone(answer) ? [place] : [])))

async function nextEvent({ asking, note }: LabelState): Promise<LabelEvent> {
  if (asking === null) return { kind: 'key', key: await readKey(process.stdin) }
  return { kind: 'note', note: (await askForText('Note', note)) ?? note }
}

const describeBoth = ({ testCase, verdict }: QueuedAnswer, { outcome }: GivenLabel): string =>
  `${testCase.id}: you said ${outcome}; the judge ${(verdict.label ?? verdict.outcome).replaceAll('-', ' ')}${verdict.reason === undefined ? '' : `: ${verdict.reason}`}`
