import { formatOutcome } from '@assay/core/wording'
import { wrapText } from '../render/format/fit-text.ts'
import type { ReportCase } from '../render/report-case.ts'
import { toPrintable } from '../render/terminal/printable.ts'

const labelWidth = 11

/** One case for a terminal: what was asked, answered, expected, and why the verdict. */
export function describeCase({ result, testCase, answer, references }: ReportCase, width: number): string {
  const history = testCase.history.map(({ role, content }) => [role, content] as const)
  const parts: readonly (readonly [label: string, text: string])[] = [
    ...history,
    ['question', testCase.question],
    ['answer', answer?.text ?? 'none'],
    ['reference', testCase.referenceAnswer],
    ['because', result.reason ?? ''],
    ['part', result.component === null ? '' : `${result.component}: ${result.componentEvidence ?? ''}`],
    [
      'evidence',
      references.map((passage) => `${passage.source} › ${passage.titlePath.slice(1).join(' › ')}`).join('; '),
    ],
  ]
  const lines = parts
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) => labelled(label, text, width))
  return [
    `${result.caseId}  ${formatOutcome(result)}  ${result.type}${result.topic === null ? '' : `  ${result.topic}`}`,
    ...lines,
  ].join('\n')
}

/** At most four lines a part: a page of text is for the report. */
function labelled(label: string, text: string, width: number): readonly string[] {
  const lines = wrapText(toPrintable(text).replaceAll(/\s+/g, ' '), Math.max(20, width - labelWidth - 2))
  const shown = lines.length > 4 ? [...lines.slice(0, 3), `${lines[3] ?? ''} …`] : lines
  return shown.map((line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`)
}
