import type { CaseResult } from '@assay/contracts'
import { readFacts, readLines, type FactsDatabase } from '../facts-database.ts'
import type { RunPlace } from '../runs/append-run-rows.ts'

/** Which results: of one run, those that count. */
export interface ResultsOf extends Pick<RunPlace, 'projectId' | 'runId'> {
  readonly summary: number
}

export interface ResultFilter {
  /** Part of question or answer, in any case, or of the case's id. */
  readonly text?: string | undefined
  readonly outcome?: string | undefined
  readonly passed?: boolean | undefined
  readonly type?: string | undefined
  readonly level?: string | undefined
  readonly topic?: string | undefined
  readonly language?: string | undefined
  readonly length?: string | undefined
  readonly tag?: string | undefined
  readonly source?: string | undefined
  readonly component?: string | undefined
  /** Name of a check that failed. */
  readonly check?: string | undefined
  /** Only these cases. */
  readonly caseIds?: readonly string[] | undefined
  /** All but these. */
  readonly exceptCaseIds?: readonly string[] | undefined
}

export interface ListedResult {
  readonly position: number
  readonly result: CaseResult
  readonly question: string
  readonly answer: string | null
}

interface PageOfResults {
  /** A position; `-1`: from the first on. */
  readonly after: number
  readonly limit: number
}

/** A page, failures first, and how many there are in all. What is asked for is looked for once, which words make dear. */
export async function pageResults(
  facts: FactsDatabase,
  of: ResultsOf,
  filter: ResultFilter,
  { after, limit }: PageOfResults,
): Promise<{ readonly page: readonly ListedResult[]; readonly total: number }> {
  const { where, params } = conditionsOf(of, filter)
  const [found] = await readFacts<{ total: number; positions: number[] }>(facts, {
    text: `select toUInt32(count()) as total,
        groupArraySortedIf(${Math.floor(limit)})(position, toInt64(position) > {after:Int64}) as positions
      from results where ${where}`,
    params: { ...params, after },
  })
  const { total = 0, positions = [] } = found ?? {}
  const page = positions.length === 0 ? [] : await readPositions(facts, of, positions)
  return { page, total }
}

const resultColumns = 'position, result, question, answer'

interface ResultTexts extends Pick<ListedResult, 'position' | 'question' | 'answer'> {
  readonly result: string
}

async function readPositions(
  facts: FactsDatabase,
  of: ResultsOf,
  positions: readonly number[],
): Promise<readonly ListedResult[]> {
  const rows = await readFacts<ResultTexts>(facts, {
    text: `select ${resultColumns} from results
      where ${scope} and position in {positions:Array(UInt32)} order by position`,
    params: { ...of, positions },
  })
  return rows.map(toListed)
}

const toListed = ({ result, ...row }: ResultTexts): ListedResult => ({ ...row, result: parseResult(result) })

/** Failures first, behind a position. */
export async function listResults(
  facts: FactsDatabase,
  of: ResultsOf,
  filter: ResultFilter,
  { after, limit }: PageOfResults,
): Promise<readonly ListedResult[]> {
  const { where, params } = conditionsOf(of, filter)
  const rows = await readFacts<ResultTexts>(facts, {
    text: `select ${resultColumns} from results
      where ${where} and toInt64(position) > {after:Int64} order by position limit {limit:UInt32}`,
    params: { ...params, after, limit },
  })
  return rows.map(toListed)
}

export async function countResults(
  facts: FactsDatabase,
  of: ResultsOf,
  filter: ResultFilter,
): Promise<number> {
  const { where, params } = conditionsOf(of, filter)
  const [row] = await readFacts<{ rows: number }>(facts, {
    text: `select toUInt32(count()) as rows from results where ${where}`,
    params,
  })
  return row?.rows ?? 0
}

/** Results with positions of a range: the line of the case, a space, the result as JSON. */
export function readResultTexts(
  facts: FactsDatabase,
  of: ResultsOf,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly string[]> {
  return readLines(facts, {
    text: `select concat(toString(line), ' ', result) from results where ${scope}
      and position >= {from:UInt32} and position < {to:UInt32} order by position`,
    params: { ...of, from, to },
  })
}

/** `null`: there is none of that case. */
export async function readResult(
  facts: FactsDatabase,
  of: ResultsOf,
  caseId: string,
): Promise<{ readonly result: CaseResult; readonly line: number } | null> {
  const [row] = await readFacts<{ line: number; result: string }>(facts, {
    text: `select line, result from results where ${scope} and case_id = {caseId:String} limit 1`,
    params: { ...of, caseId },
  })
  return row === undefined ? null : { line: row.line, result: parseResult(row.result) }
}

const scope = 'project_id = {projectId:UUID} and run_id = {runId:UUID} and summary = {summary:UInt32}'

/** Written by this program from values of the type. */
const parseResult = (text: string): CaseResult => JSON.parse(text)

interface Condition {
  readonly text: string
  readonly value: unknown
}

function conditionsOf(
  of: ResultsOf,
  filter: ResultFilter,
): { readonly where: string; readonly params: Record<string, unknown> } {
  const asked: Readonly<Record<string, Condition>> = {
    outcome: { text: 'outcome = {outcome:String}', value: filter.outcome },
    passed: { text: 'passed = {passed:Bool}', value: filter.passed },
    type: { text: 'type = {type:String}', value: filter.type },
    level: { text: 'level = {level:String}', value: filter.level },
    topic: { text: 'topic = {topic:String}', value: filter.topic },
    language: { text: 'language = {language:String}', value: filter.language },
    length: { text: 'length = {length:String}', value: filter.length },
    tag: { text: 'has(tags, {tag:String})', value: filter.tag },
    source: { text: 'source = {source:String}', value: filter.source },
    component: { text: 'component = {component:String}', value: filter.component },
    check: { text: 'has(failed_checks, {check:String})', value: filter.check },
    caseIds: { text: 'case_id in {caseIds:Array(String)}', value: filter.caseIds },
    exceptCaseIds: {
      text: 'case_id not in {exceptCaseIds:Array(String)}',
      value: filter.exceptCaseIds?.length === 0 ? undefined : filter.exceptCaseIds,
    },
    text: { text: textCondition(filter.text ?? ''), value: filter.text === '' ? undefined : filter.text },
  }
  const used = Object.entries(asked).filter(([, { value }]) => value !== undefined)
  return {
    where: [scope, ...used.map(([, { text }]) => text)].join(' and '),
    params: { ...of, ...Object.fromEntries(used.map(([name, { value }]) => [name, value])) },
  }
}

/** Whole texts are searched, though rows hold only their beginning. Letters beyond ASCII make it slower. */
function textCondition(text: string): string {
  const position = /^[\x20-\x7E]*$/.test(text) ? 'positionCaseInsensitive' : 'positionCaseInsensitiveUTF8'
  return `(${position}(case_id, {text:String}) > 0 or case_id in (
  select about from run_rows
  where project_id = {projectId:UUID} and run_id = {runId:UUID} and tab in ('cases', 'attempts')
    and ${position}(text, {text:String}) > 0))`
}
