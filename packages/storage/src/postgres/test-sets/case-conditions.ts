import { sql, type RawBuilder } from 'kysely'
import type { CaseFilter } from '@assay/contracts/hub'

/** Cases of a set as they stand, or as they stood in a version. */
export interface CasesOf {
  readonly testSetId: string
  /** Absent: the current one. */
  readonly version?: number | undefined
}

/** As `cases` of a query: those of the version that fit the filter. */
export function whereCases(
  { testSetId, version }: CasesOf,
  filter: CaseFilter & {
    readonly anyTag?: readonly string[] | undefined
    readonly anyType?: readonly string[] | undefined
  },
): RawBuilder<boolean> {
  const conditions = [
    sql`cases.test_set_id = ${testSetId}`,
    version === undefined
      ? sql`cases.to_version is null`
      : sql`cases.from_version <= ${version} and (cases.to_version is null or cases.to_version > ${version})`,
    ...(['status', 'type', 'topic', 'language'] as const).flatMap((column) =>
      filter[column] === undefined ? [] : [sql`${sql.ref(`cases.${column}`)} = ${filter[column]}`],
    ),
    ...(filter.tag === undefined ? [] : [sql`${filter.tag} = any(cases.tags)`]),
    ...(filter.anyTag === undefined || filter.anyTag.length === 0
      ? []
      : [sql`cases.tags && ${[...filter.anyTag]}::text[]`]),
    ...(filter.anyType === undefined || filter.anyType.length === 0
      ? []
      : [sql`cases.type = any(${[...filter.anyType]}::text[])`]),
    ...wordsOf(filter.text).map((word) => sql`strpos(cases.search_text, ${word}) > 0`),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** What is searched: all of the words, anywhere, in any case. Made here, since databases differ in what lower case is. */
export const toSearchText = (...texts: readonly string[]): string =>
  texts.join('\n').normalize('NFC').toLowerCase()

const wordsOf = (text = ''): readonly string[] =>
  toSearchText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 20)
