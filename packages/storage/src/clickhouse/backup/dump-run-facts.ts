import { named, type FactsDatabase } from '../facts-database.ts'
import type { FactTable } from '../insert-facts.ts'

/** How far the facts of a run count. */
export interface FactsPoint {
  readonly projectId: string
  readonly runId: string
  /** Of the results that count; 0: there are none. */
  readonly summaryNumber: number
  /** Acknowledged rows of each table of the run. */
  readonly lines: Readonly<Record<string, number | undefined>>
}

/** One ascending stretch of rows of a run: `column` from 0 to below `end`. */
interface Stretch {
  readonly where: string
  readonly params: Readonly<Record<string, unknown>>
  readonly column: 'line' | 'position'
  readonly end: number
  /** How many rows there must be; `null`: the control database does not say. */
  readonly rows: number | null
}

const mostRows = 4_294_967_295

/** What of each table counts. A table without a rule does not compile. */
const rules: Readonly<Record<FactTable, (point: FactsPoint) => readonly Stretch[]>> = {
  run_rows: ({ lines }) =>
    Object.entries(lines).map(([table, end = 0]) => ({
      ...upTo(end),
      where: 'tab = {tab:String}',
      params: { tab: table },
    })),
  attempts: ({ lines }) => [upTo(lines['attempts'] ?? 0)],
  verdicts: ({ lines }) => [upTo(lines['verdicts'] ?? 0)],
  results: ({ summaryNumber }) =>
    summaryNumber === 0
      ? []
      : [
          {
            where: 'summary = {summary:UInt32}',
            params: { summary: summaryNumber },
            column: 'position',
            end: mostRows,
            rows: null,
          },
        ],
}

const upTo = (end: number): Stretch => ({ where: 'true', params: {}, column: 'line', end, rows: end })

export const factTables = Object.keys(rules) as readonly FactTable[]

/** Rows that must be there; where the control database does not say, those that were found. */
export const countExpectedFacts = (table: FactTable, point: FactsPoint, found: number): number =>
  rules[table](point).reduce<number>((sum, { rows }) => sum + (rows ?? found), 0)

/**
 * The rows of one run that count, as JSON texts, page by page: neither what is being written now nor what was left behind
 * by a death. Rows never change, so that the pages need not be of one moment.
 */
export async function* dumpRunFacts(
  facts: FactsDatabase,
  table: FactTable,
  point: FactsPoint,
): AsyncGenerator<readonly string[], undefined> {
  for (const stretch of rules[table](point)) {
    let from = 0
    let count = firstPage
    while (from < stretch.end) {
      const lines = await readPage(facts, { table, point, stretch, from, count })
      const last = lines.at(-1)
      if (last === undefined) break
      yield lines
      if (lines.length < count) break
      from = numberOf(last, stretch.column) + 1
      count = nextCount(lines)
    }
  }
}

const firstPage = 200
const mostAtOnce = 5_000
const pageUnits = 4_000_000

/** Answers come in one piece: pages of long rows are short. */
function nextCount(lines: readonly string[]): number {
  const average = lines.reduce((sum, line) => sum + line.length, 0) / lines.length
  return Math.max(1, Math.min(mostAtOnce, Math.floor(pageUnits / Math.max(1, average))))
}

function numberOf(line: string, column: string): number {
  const row: unknown = JSON.parse(line)
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined
  if (typeof value !== 'number') throw new Error(`bug: a row without ${column}`)
  return value
}

interface PageOfRun {
  readonly table: FactTable
  readonly point: FactsPoint
  readonly stretch: Stretch
  readonly from: number
  readonly count: number
}

function readPage(
  facts: FactsDatabase,
  { table, point, stretch, from, count }: PageOfRun,
): Promise<readonly string[]> {
  const { projectId, runId } = point
  return named(async () => {
    const answer = await facts.query({
      query: `select * from ${table}
        where project_id = {projectId:UUID} and run_id = {runId:UUID} and ${stretch.where}
          and ${stretch.column} >= {from:UInt32} and ${stretch.column} < {end:UInt32}
        order by ${stretch.column} limit {count:UInt32}
        settings max_execution_time = 60, max_memory_usage = 1500000000, output_format_json_quote_denormals = 1`,
      query_params: { projectId, runId, ...stretch.params, from, end: stretch.end, count },
      format: 'JSONEachRow',
    })
    const text = await answer.text()
    return text === '' ? [] : text.replace(/\n$/, '').split('\n')
  })
}
