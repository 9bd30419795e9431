/** The text under one heading, and the single statements in it. */
export type Passage = {
  readonly id: string
  readonly heading: string
  readonly text: string
  readonly facts: readonly Fact[]
}

/** A sentence, or a row: a line of a table or a `Label: value` list. */
export type Fact = { readonly text: string; readonly row?: Row }

export type Row = { readonly name: string; readonly cells: readonly Cell[] }
export type Cell = { readonly header: string; readonly value: string }

/** Splits a Markdown page at its headings. Knows paragraphs, pipe tables and flat lists: what the docs are made of. */
export function splitDocument(fileName: string, markdown: string): readonly Passage[] {
  return markdown
    .split(/^(?=#+ )/mu)
    .map((section) => section.trim())
    .filter((section) => section !== '')
    .map((section) => toPassage(fileName, section))
    .filter((passage) => passage.facts.length > 0)
}

function toPassage(fileName: string, section: string): Passage {
  const [headingLine = '', ...lines] = section.split('\n')
  const heading = headingLine.replace(/^#+ /u, '')
  const facts = lines
    .join('\n')
    .split(/\n{2,}/u)
    .flatMap((block) => readBlock(heading, block.trim()))
  return { id: `${fileName}#${heading}`, heading, text: section, facts }
}

function readBlock(heading: string, block: string): readonly Fact[] {
  if (block.startsWith('|')) return readTable(block)
  if (block.startsWith('- **')) return readItems(block).map((item) => ({ text: item.replaceAll('**', '') }))
  if (block.startsWith('- ')) return [readLabels(heading, block)]
  return readSentences(block)
}

function readTable(block: string): readonly Fact[] {
  const [headers = [], , ...rows] = block.split('\n').map(readCells)
  return rows.map(([name = '', ...values]) =>
    toFact({ name, cells: values.map((value, column) => ({ header: headers[column + 1] ?? '', value })) }),
  )
}

function readCells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/** A list of labels is a table with one row: what its heading names. */
function readLabels(heading: string, block: string): Fact {
  const cells = readItems(block).map((item) => {
    const [header = '', ...value] = item.split(': ')
    return { header, value: value.join(': ') }
  })
  return toFact({ name: heading, cells })
}

function readItems(block: string): readonly string[] {
  return block.split('\n').map((line) => line.replace(/^- /u, ''))
}

function readSentences(block: string): readonly Fact[] {
  return block
    .replaceAll('\n', ' ')
    .split(/(?<=[.?!])\s+(?=[A-Z`])/u)
    .filter((text) => text !== '')
    .map((text) => ({ text }))
}

function toFact(row: Row): Fact {
  return { text: renderRow(row), row }
}

/** `Team: monthly price 49 EUR, yearly price 490 EUR.` */
export function renderRow({ name, cells }: Row): string {
  const pairs = cells.map(({ header, value }) => `${lowerFirst(header)} ${value}`).join(', ')
  return `${name}: ${pairs.replace(/\.$/u, '')}.`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
