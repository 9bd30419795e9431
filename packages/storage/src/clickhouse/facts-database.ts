import type { ClickHouseClient } from '@clickhouse/client'
import { AssayFailure, createError } from '@assay/core'

/** ClickHouse or the embedded engine: the same SQL runs on both. The caller opens it. */
export type FactsDatabase = ClickHouseClient

export interface FactsQuery {
  /** `{name:Type}` stands for a parameter. */
  readonly text: string
  readonly params?: Readonly<Record<string, unknown>>
  /** Longer than that it fails (ASSAY-9007). Default 20. */
  readonly seconds?: number
}

const memoryBytes = 1_500_000_000

/** Settings stand in the text: those of a session would be taken over by whatever runs beside it. */
const bounded = ({ text, seconds = 20 }: FactsQuery): string =>
  `${text}\nsettings max_execution_time = ${seconds}, max_memory_usage = ${memoryBytes}`

/** Rows as objects. Throws an AssayFailure where the engine cannot answer now. */
export function readFacts<Row>(facts: FactsDatabase, query: FactsQuery): Promise<Row[]> {
  return named(async () => {
    const answer = await facts.query({
      query: bounded(query),
      query_params: query.params ?? {},
      format: 'JSONEachRow',
    })
    return answer.json<Row>()
  })
}

/** Values of a query of one column of texts without line ends, as they are stored. */
export function readLines(facts: FactsDatabase, query: FactsQuery): Promise<string[]> {
  return named(async () => {
    const answer = await facts.query({
      query: bounded(query),
      query_params: query.params ?? {},
      format: 'TabSeparatedRaw',
    })
    const text = await answer.text()
    return text === '' ? [] : text.replace(/\n$/, '').split('\n')
  })
}

/** A statement without an answer. */
export function runStatement(facts: FactsDatabase, statement: string): Promise<void> {
  return named(async () => {
    await facts.command({ query: statement })
  })
}

/** What an operator can do something about gets its code; anything else is a bug and stays as it is. */
export async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const named = nameFailure(error)
    throw named === null ? error : new AssayFailure(named)
  }
}

/** ClickHouse's own numbers: not enough space, and errno 28 in a text. */
const isDiskFull = (code: string, message: string): boolean =>
  code === '243' || /No space left on device|errno: 28\b/.test(message)
/** Timeout, memory limit, too many queries at once. */
const busyCodes: readonly string[] = ['159', '160', '241', '202']
const unreachable = /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|socket hang up|Timeout error|closed/

function nameFailure(error: unknown): ReturnType<typeof createError> | null {
  if (!(error instanceof Error)) return null
  const code: unknown = Reflect.get(error, 'code')
  const number = typeof code === 'string' ? code : ''
  const { message } = error
  if (isDiskFull(number, message)) return createError('ASSAY-9019', { where: 'facts' })
  if (busyCodes.includes(number))
    return createError('ASSAY-9007', {
      message: 'The question was too large for the moment',
      where: 'facts',
      retryAfterMs: 5_000,
    })
  if (unreachable.test(`${number} ${message}`)) return createError('ASSAY-9011', { where: 'facts' })
  return null
}
