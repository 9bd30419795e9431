import type { ContextRow } from '@assay/contracts'
import type { QueuedAnswer } from '@assay/core/judging/calibration'
import { wrapText } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'
import type { LabelState } from './label-state.ts'

const keys =
  'c correct · p partly · i incorrect · n no answer · w reference wrong · a question ambiguous · s unsure'
const moves = 't note · j next · k back · ? guideline · q quit'
const labelWidth = 10
const passageLines = 6

export interface LabelScreen {
  readonly state: LabelState
  readonly queue: readonly QueuedAnswer[]
  readonly contexts: ReadonlyMap<string, ContextRow>
  /** What the judge had said of the row labelled before. */
  readonly revealed: string | null
  readonly width: number
}

/** One answer with its question, reference and passages. The judge's verdict is not on it: labels are given blind. */
export function renderLabelScreen({ state, queue, contexts, revealed, width }: LabelScreen): string {
  const current = queue[state.at]
  if (current === undefined) return 'no answer'
  const { testCase, answer } = current
  const open = state.size - state.done.size - state.given.size
  const isOutside = testCase.type === 'out-of-scope'
  return [
    ...(revealed === null
      ? []
      : [
          ...toPrintable(revealed)
            .split('\n')
            .flatMap((line) => wrapText(line, width)),
          '',
        ]),
    `answer ${state.at + 1} of ${state.size}, ${Math.max(0, open)} not labelled`,
    '',
    ...testCase.history.flatMap(({ role, content }) => labelled(role, content, width)),
    ...labelled('question', testCase.question, width),
    ...labelled(
      'reference',
      isOutside ? `none: right is to decline. ${testCase.referenceAnswer}` : testCase.referenceAnswer,
      width,
    ),
    ...passagesOf(current, contexts).flatMap((text) =>
      labelled('passage', text, width).slice(0, passageLines),
    ),
    '',
    ...labelled('answer', answer.text === '' ? '(empty)' : answer.text, width),
    '',
    ...(state.note === '' ? [] : labelled('note', state.note, width)),
    ...(state.asking === null ? [...wrapText(keys, width), ...wrapText(moves, width)] : []),
  ].join('\n')
}

const passagesOf = (
  { testCase }: QueuedAnswer,
  contexts: ReadonlyMap<string, ContextRow>,
): readonly string[] =>
  testCase.referenceContexts.flatMap((id) => {
    const context = contexts.get(id)
    return context === undefined ? [] : [`${context.source}: ${context.text}`]
  })

function labelled(label: string, text: string, width: number): readonly string[] {
  const lines = toPrintable(text)
    .split('\n')
    .flatMap((line) => wrapText(line, Math.max(20, width - labelWidth - 1)))
  return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(labelWidth)} ${line}`.trimEnd())
}
