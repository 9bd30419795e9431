import type { CaseResult } from '@assay/contracts'
import type { HubInput } from '../../api/hub-types.ts'

/** Filter of the results of an evaluation, as it stands in the address. */
export interface ResultFilter {
  readonly text?: string | undefined
  readonly outcome?: CaseResult['outcome'] | undefined
  readonly passed?: boolean | undefined
  readonly type?: string | undefined
  readonly level?: string | undefined
  readonly topic?: string | undefined
  readonly language?: string | undefined
  readonly length?: string | undefined
  readonly tag?: string | undefined
  readonly source?: string | undefined
  readonly component?: string | undefined
  readonly check?: string | undefined
  readonly hidden?: boolean | undefined
}

export const filterNames = [
  'text',
  'outcome',
  'passed',
  'type',
  'level',
  'topic',
  'language',
  'length',
  'tag',
  'source',
  'component',
  'check',
  'hidden',
] as const satisfies readonly (keyof ResultFilter)[]

/** The part of an address that filters, whatever else stands in it. */
export const filterOf = (search: ResultFilter): ResultFilter =>
  Object.fromEntries(
    filterNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  )

export const isFiltered = (search: ResultFilter): boolean =>
  filterNames.some((name) => search[name] !== undefined)

type ResultQuery = NonNullable<HubInput<'listResults'>['query']>

/** Read in pages of this many; the case page reads the same pages, so it finds them in memory. */
const pageSize = 200

export function toResultQuery({ passed, hidden, ...filter }: ResultFilter): ResultQuery {
  return {
    ...filter,
    ...(passed === undefined ? {} : { passed: String(passed) }),
    ...(hidden === undefined ? {} : { hidden: String(hidden) }),
    limit: pageSize,
  }
}
