import type { Chunk } from '@assay/contracts'
import type { Block, BlockPart } from '../../../knowledge/parse-markdown.ts'
import { singularPhrase } from '../language/inflect.ts'
import { inlineText } from '../language/inline-text.ts'
import type { Lexicon } from '../language/lexicon.ts'
import { wordStatement } from '../frames/word-statement.ts'
import type { Ask, Gap, Paraphrase, Subject, Triple, TypedValue } from '../triple.ts'
import { readHeader, type HeaderRole } from './attribute-header.ts'
import { predicateOf } from './describe.ts'
import { fitAsk } from './fit-ask.ts'
import { factId, sourceAt } from './make-triple.ts'
import { kindOfHeader, subjectOf } from './subject-phrase.ts'
import {
  ofPart,
  partOfSubjects,
  perCondition,
  subjectInTable,
  tableThing,
  withoutThing,
} from './table-scope.ts'
import { isBlankValue, readTypedValue } from './typed-value.ts'

export interface Extraction {
  readonly triples: readonly Triple[]
  readonly paraphrases: readonly Paraphrase[]
  readonly gaps: readonly Gap[]
}

interface Row {
  readonly subject: Subject
  readonly cells: readonly BlockPart[]
  readonly span: { start: number; end: number }
}

/** What a table says: row by column. The first column names the subjects; descriptions give them a second name. */
export function readTable(
  chunk: Chunk,
  block: Block,
  { headings, domain: { lexicon } }: TableSurroundings,
): Extraction {
  const { header = [], rows = [] } = block.table ?? {}
  const [first = '', ...columns] = header
  const kind = kindInHeadings(kindOfHeader(inlineText(first), lexicon), headings, lexicon)
  if (kind === null || columns.length === 0) return { triples: [], paraphrases: [], gaps: [] }
  const thing = tableThing(kind, headings, lexicon)
  const subjects = rows
    .flatMap((row) => toRow(chunk, row.cells, kind, lexicon) ?? [])
    .map((row) => ({ ...row, subject: subjectInTable(row.subject, kind, thing) }))
  if (new Set(subjects.map((row) => row.subject.name)).size < subjects.length)
    return { triples: [], paraphrases: [], gaps: [] }
  const family = `${chunk.documentId}:table:${chunk.titlePath.join('/')}:${header.join('|')}`
  const names = columns.map(inlineText)
  const table: TableContext = {
    chunk,
    kind,
    family,
    lexicon,
    part: thing === null ? partOfSubjects(names, headings, kind) : null,
    thing,
    conditions: names.flatMap((name, index) =>
      /(?:^| )per$/i.test(name) ? [{ name, index: index + 1 }] : [],
    ),
  }
  const parts = columns.map((column, index) =>
    readColumn(table, subjects, readHeader(inlineText(column), lexicon), index + 1),
  )
  return {
    triples: parts.flatMap((part) => part.triples),
    paraphrases: parts.flatMap((part) => part.paraphrases),
    gaps: parts.flatMap((part) => part.gaps),
  }
}

interface TableSurroundings {
  readonly headings: readonly string[]
  readonly domain: { readonly lexicon: Lexicon }
}

/** A heading that names the same kind more exactly: "Fastify Error Codes" over a column "Code". */
function kindInHeadings(kind: string | null, headings: readonly string[], lexicon: Lexicon): string | null {
  if (kind === null || !vagueKinds.test(kind)) return kind
  const titles = headings.map((title) =>
    singularPhrase(lowerWords(inlineText(title).replace(/ (?:of|in|for) .*$/, ''), lexicon)),
  )
  return (
    titles.findLast(
      (title) =>
        title.endsWith(` ${kind}`) && /^(?!the |an? )[A-Za-z]+(?: [A-Za-z]+)?(?: [A-Za-z]+)?$/i.test(title),
    ) ?? kind
  )
}

/** Kinds that say little alone. */
const vagueKinds =
  /^(?:code|option|variable|flag|status|event|method|property|field|error|warning|setting|parameter|command)$/

const lowerWords = (title: string, lexicon: Lexicon): string =>
  title
    .split(' ')
    .map((word) => (lexicon.isProper(word) ? word : word.toLowerCase()))
    .join(' ')

interface TableContext {
  readonly chunk: Chunk
  readonly kind: string
  readonly family: string
  readonly lexicon: Lexicon
  /** What of the subjects the table is about: "identifier". */
  readonly part: string | null
  /** What the table lists for its subjects: "client library". */
  readonly thing: string | null
  /** Columns such as "Counted per". */
  readonly conditions: readonly { readonly name: string; readonly index: number }[]
}

function toRow(chunk: Chunk, cells: readonly BlockPart[], kind: string, lexicon: Lexicon): Row | null {
  const [name] = cells
  const last = cells.at(-1)
  if (!name || !last) return null
  const subject = subjectOf(rawCell(chunk, name), kind, lexicon)
  return subject && { subject, cells, span: { start: name.start, end: last.end } }
}

const rawCell = (chunk: Chunk, cell: BlockPart): string => inlineText(chunk.text.slice(cell.start, cell.end))

function readColumn(table: TableContext, rows: readonly Row[], role: HeaderRole, index: number): Extraction {
  if (role.role === 'ignored') return { triples: [], paraphrases: [], gaps: [] }
  if (role.role === 'description') return readDescriptions(table, rows, index)
  const read = rows.map((row) => ({ row, value: cellValue(table.chunk, row.cells[index], role.hints) }))
  const known = read.flatMap(({ row, value }) => (value === null ? [] : [{ row, value }]))
  // A column that is mostly not understood is prose: the few cells that look typed are not to be trusted.
  if (known.length * 2 < rows.filter((row) => !isBlankCell(table.chunk, row.cells[index])).length) {
    return { triples: [], paraphrases: [], gaps: [] }
  }
  const triples = known.flatMap(({ row, value }) => cellTriple(table, row, value, role) ?? [])
  const [sibling] = triples
  const blank = rows.filter((row) => isBlankCell(table.chunk, row.cells[index]))
  const gaps = sibling ? blank.map((row) => gapOf(table, row, sibling)) : []
  return { triples, paraphrases: [], gaps }
}

const cellValue = (
  chunk: Chunk,
  cell: BlockPart | undefined,
  hints: { version?: boolean },
): TypedValue | null => (cell ? readTypedValue(rawCell(chunk, cell), hints) : null)

const isBlankCell = (chunk: Chunk, cell: BlockPart | undefined): boolean =>
  cell !== undefined && /^[-–—]?$/.test(rawCell(chunk, cell)) && isBlankValue(rawCell(chunk, cell))

function cellTriple(
  table: TableContext,
  row: Row,
  value: TypedValue,
  role: Extract<HeaderRole, { role: 'attribute' }>,
): Triple | null {
  const { chunk, family } = table
  const { subject } = row
  const fitted = fitAsk(inTable(role.ask, table), subject, value)
  if (fitted === null) return null
  const ask = withConditions(fitted, row, table)
  return {
    id: factId(chunk, row.span, role.attribute),
    shape: 'table',
    subject,
    ask,
    attribute: role.attribute,
    value,
    source: sourceAt(chunk, row.span, family),
    statement: wordStatement(subject, ask, value),
  }
}

/** The attribute as the table means it. */
function inTable(ask: Ask, { part, thing }: TableContext): Ask {
  if (ask.form !== 'attribute') return ask
  const attribute = withoutThing(ask.attribute, thing)
  return { ...ask, attribute: part === null ? attribute : ofPart(attribute, part) }
}

function withConditions(ask: Ask, { subject, cells }: Row, { chunk, conditions }: TableContext): Ask {
  if (ask.form !== 'attribute') return ask
  const per = conditions.map(({ name, index }) => {
    const cell = cells[index]
    return cell ? perCondition(name, rawCell(chunk, cell), subject) : ''
  })
  return { ...ask, attribute: `${ask.attribute}${per.join('')}` }
}

const gapOf = ({ chunk }: TableContext, row: Row, sibling: Triple): Gap => ({
  subject: row.subject,
  ask: sibling.ask,
  attribute: sibling.attribute,
  sibling,
  documentId: chunk.documentId,
  chunkId: chunk.id,
})

function readDescriptions(
  { chunk, kind, family, lexicon }: TableContext,
  rows: readonly Row[],
  index: number,
): Extraction {
  const read = rows.flatMap((row) => {
    const cell = row.cells[index]
    const predicate = cell ? predicateOf(rawCell(chunk, cell), kind, lexicon) : null
    return predicate === null ? [] : [{ row, predicate }]
  })
  const triples = read.map(({ row, predicate }) => describedTriple(chunk, row, { kind, predicate, family }))
  const paraphrases = read.map(({ row, predicate }) => ({
    name: row.subject.name,
    documentId: chunk.documentId,
    phrase: `the ${kind} that ${predicate}`,
    evidence: sourceAt(chunk, row.span, family).evidence,
  }))
  return { triples, paraphrases, gaps: [] }
}

/** "Which option sets the time a batch waits?": the key is the subject's own name. */
export function describedTriple(
  chunk: Chunk,
  { subject, span }: { subject: Subject; span: { start: number; end: number } },
  { kind, predicate, family }: { kind: string; predicate: string; family: string },
): Triple {
  const ask = { form: 'which', kind, predicate } as const
  const code = subject.phrase.includes('`')
  const value: TypedValue = {
    kind: code || /[_.\d-]/.test(subject.name) ? 'identifier' : 'name',
    text: subject.name,
    aliases: [],
    code,
  }
  return {
    id: factId(chunk, span, 'described'),
    shape: 'table',
    subject,
    ask,
    attribute: `described: ${predicate}`,
    value,
    source: sourceAt(chunk, span, `${family}:described`),
    statement: wordStatement(subject, ask, value),
  }
}
