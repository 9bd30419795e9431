/** One line that says where a generated page comes from. */
export const generatedNote =
  '<!-- Written by tools/generate-reference.ts. Change the code, not this page. -->'

/** A table; `|` in a cell is escaped, line breaks become spaces. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(toCell).join(' | ')} |`
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

const toCell = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', String.raw`\|`)

export const code = (text: string): string => `\`${text}\``

/** Parts with an empty line between them, and a line break at the end. */
export const renderPage = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`
