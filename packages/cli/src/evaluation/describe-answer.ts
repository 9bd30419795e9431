import type { TargetAnswer } from '@assay/contracts'
import { formatDuration } from '@assay/core/wording'
import { cutLine } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'

const notGiven = 'not given'

/** What was understood of one answer, field by field, so that a wrong response path shows at once. */
export function describeAnswer(question: string, answer: TargetAnswer, width: number): string {
  const { documents, toolCalls, usage } = answer
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['question', question],
    ['answer', answer.text === '' ? '(empty)' : answer.text],
    [
      'documents',
      documents === undefined
        ? `${notGiven}: the retrieval figures will say "not available"`
        : `${documents.length}`,
    ],
    ...(documents ?? [])
      .slice(0, 3)
      .map(({ id, text }, rank) => [`  ${rank + 1}`, `${id ?? 'no id'}: ${text}`] as const),
    ...(documents !== undefined && documents.length > 3
      ? [['', `and ${documents.length - 3} more`] as const]
      : []),
    [
      'tool calls',
      toolCalls === undefined ? notGiven : toolCalls.map(({ name }) => name).join(', ') || 'none',
    ],
    ['usage', usage === undefined ? notGiven : `${usage.input ?? '?'} in, ${usage.output ?? '?'} out`],
    ['model', answer.returnedModel ?? notGiven],
    ['latency', formatDuration(answer.latencyMs)],
    [
      'first token',
      answer.timeToFirstTokenMs === undefined || answer.timeToFirstTokenMs === null
        ? notGiven
        : formatDuration(answer.timeToFirstTokenMs),
    ],
  ]
  return rows
    .map(([label, text]) =>
      cutLine(`${label.padEnd(12)}${toPrintable(text).replaceAll(/\s+/g, ' ')}`, Math.max(width, 40)),
    )
    .join('\n')
}
