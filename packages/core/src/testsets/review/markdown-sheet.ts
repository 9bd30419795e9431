import type { TestCase } from '@assay/contracts'
import { decisionOf, sheetVersion, type SheetRow, type SheetTools } from './review-sheet.ts'

const preamble = `# Review

Write accept, edit or reject behind "decision:", and a reason where there is one. To edit, change the text behind ">" under
question or reference. Leave a decision empty to decide later.
`

/** A review sheet for a text editor or a pull request: one case a section. */
export const formatMarkdownSheet = (cases: readonly TestCase[], tools: SheetTools): string =>
  [preamble, ...cases.map((each) => formatSection(each, tools))].join('\n')

function formatSection(testCase: TestCase, { hash, evidenceOf }: SheetTools): string {
  const { id, type, history, question, referenceAnswer, review } = testCase
  const evidence = evidenceOf(testCase).map(({ quote, source }) => `- ${source}: "${oneLine(quote)}"`)
  return [
    `## case ${id}`,
    '',
    `<!-- version ${sheetVersion(testCase, hash)} -->`,
    `- decision: ${decisionOf(testCase)}`,
    `- reason: ${oneLine(review?.reason ?? '')}`,
    `- type: ${type}`,
    '',
    ...(history.length === 0
      ? []
      : ['### before it', '', ...history.map(({ role, content }) => `- ${role}: ${oneLine(content)}`), '']),
    '### question',
    '',
    quoted(question),
    '',
    '### reference',
    '',
    quoted(referenceAnswer),
    '',
    ...(evidence.length === 0 ? [] : ['### evidence', '', ...evidence, '']),
  ].join('\n')
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** Sections whose heading begins with "case"; everything else is for people. */
export function parseMarkdownSheet(text: string): readonly SheetRow[] {
  const sections: { line: number; id: string; lines: string[] }[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, id] = /^## case (.+)$/.exec(line) ?? []
    if (id !== undefined) sections.push({ line: index + 1, id: id.trim(), lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections.map(({ line, id, lines }) => readSection({ line, id }, lines))
}

function readSection(place: Pick<SheetRow, 'line' | 'id'>, lines: readonly string[]): SheetRow {
  const quotes = new Map<string, string[]>()
  const marks = new Map<string, string>()
  let part = ''
  for (const line of lines) {
    const [, heading] = /^### (.+)$/.exec(line) ?? []
    const [, key, value] = (part === '' ? /^- (decision|reason):(.*)$/.exec(line) : null) ?? []
    const [, version] = /^<!-- version (\w+) -->$/.exec(line) ?? []
    if (heading !== undefined) part = heading.trim().toLowerCase()
    else if (key !== undefined) marks.set(key, (value ?? '').trim())
    else if (version !== undefined) marks.set('version', version)
    else if (line.startsWith('>')) quotes.set(part, [...(quotes.get(part) ?? []), line.replace(/^> ?/, '')])
  }
  const textOf = (name: string): string => (quotes.get(name) ?? []).join('\n')
  return {
    ...place,
    decision: (marks.get('decision') ?? '').toLowerCase(),
    reason: marks.get('reason') ?? '',
    version: marks.get('version') ?? '',
    question: textOf('question'),
    reference: textOf('reference'),
  }
}
