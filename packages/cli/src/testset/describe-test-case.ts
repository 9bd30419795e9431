import type { TestCase } from '@assay/contracts'
import type { SheetEvidence } from '@assay/core/testsets'
import { cutLine, wrapText } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'

const labelWidth = 10

/** One case for a reader: what is asked, what is expected, where it stands, what became of it. */
export function describeTestCase(
  testCase: TestCase,
  evidence: readonly SheetEvidence[],
  width: number,
): readonly string[] {
  const { id, type, topic, status, review, history, question, referenceAnswer } = testCase
  const head = [id, type, ...(topic === null ? [] : [topic]), status].join('  ')
  const decision =
    review === undefined
      ? 'not reviewed'
      : [review.decision, 'by', review.by, review.at.slice(0, 10), review.reason ?? ''].join(' ').trim()
  return [
    cutLine(toPrintable(head), width),
    '',
    ...history.flatMap(({ role, content }) => labelled(role, content, width)),
    ...labelled('question', question, width),
    ...labelled('reference', referenceAnswer, width),
    ...evidence.flatMap(({ quote, source }) => [
      ...labelled('quote', quote, width),
      ...labelled('source', source, width),
    ]),
    ...labelled('review', decision, width),
  ]
}

function labelled(label: string, text: string, width: number): readonly string[] {
  const lines = toPrintable(text)
    .split('\n')
    .flatMap((line) => wrapText(line, Math.max(20, width - labelWidth - 1)))
  return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(labelWidth)} ${line}`.trimEnd())
}
