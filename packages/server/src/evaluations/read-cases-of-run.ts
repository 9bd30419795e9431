import type { AttemptRow, TestCase, VerdictRow } from '@assay/contracts'
import { AssayFailure, createError, type RunReader, type RunTable, type RunTables } from '@assay/core'
import { openFinishedRows } from '@assay/core/runs'
import { parseRow, readCaseLines, readRowsAbout, type FoundRow } from '@assay/storage/clickhouse'
import type { Hub } from '../hub.ts'

/** What a run holds about one case, of units that ended. */
export interface CaseOfRun {
  readonly testCase: TestCase
  readonly attempts: readonly { readonly attempt: AttemptRow; readonly verdicts: readonly VerdictRow[] }[]
}

interface Run {
  readonly projectId: string
  readonly runId: string
}

/** Cases by id, those that the run holds; a handful at a time. */
export async function readCasesOfRun(
  { facts }: Pick<Hub, 'facts'>,
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseOfRun>> {
  const [cases, lines] = await Promise.all([
    readRowsAbout(facts, run, { table: 'cases', about: ids }),
    readCaseLines(facts, run, ids),
  ])
  const attempts = rowsOf('attempts', lines)
  const units = await readRowsAbout(facts, run, {
    table: 'units',
    about: [...new Set(attempts.map(({ unit }) => unit))],
  })
  const finished = openFinishedRows(readerOf([...lines, ...units]))
  const attemptsOf = Map.groupBy(await Array.fromAsync(finished.rows('attempts')), ({ caseId }) => caseId)
  const verdictsOf = Map.groupBy(await Array.fromAsync(finished.rows('verdicts')), ({ unit }) => unit)
  return new Map(
    rowsOf('cases', cases).map((testCase) => [
      testCase.id,
      {
        testCase,
        attempts: (attemptsOf.get(testCase.id) ?? [])
          .toSorted((a, b) => a.repeat - b.repeat)
          .map((attempt) => ({ attempt, verdicts: verdictsOf.get(attempt.unit) ?? [] })),
      },
    ]),
  )
}

/** Passages by id, in the order asked for; those that the run does not hold are left out. */
export async function readPassagesOfRun(
  { facts }: Pick<Hub, 'facts'>,
  run: Run,
  ids: readonly string[],
): Promise<RunTables['contexts'][]> {
  const rows = rowsOf('contexts', await readRowsAbout(facts, run, { table: 'contexts', about: ids }))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const readerOf = (found: readonly FoundRow[]): Pick<RunReader, 'rows'> => ({
  async *rows(table) {
    yield* rowsOf(table, found)
  },
})

function rowsOf<T extends RunTable>(table: T, found: readonly FoundRow[]): readonly RunTables[T][] {
  return found
    .filter((each) => each.table === table)
    .map(({ json, line }) => {
      const parsed = parseRow(table, JSON.parse(json))
      if ('row' in parsed) return parsed.row
      throw new AssayFailure(
        createError('ASSAY-6001', { where: `${table}, line ${line + 1}: ${parsed.problem}` }),
      )
    })
}
