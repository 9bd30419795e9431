import type { Evaluation } from '@assay/contracts/hub'
import { toCsvLine } from '@assay/core/csv'
import { reportColumns, type ReportedCase } from '@assay/core/evaluation'
import { listResults, type ResultsOf } from '@assay/storage/clickhouse'
import type { FileAnswer, Hub } from '../hub.ts'
import { writeXlsx, type Cell } from '../xlsx/write-xlsx.ts'
import { readCasesOfRun } from './read-cases-of-run.ts'

export type ExportFormat = 'jsonl' | 'csv' | 'xlsx'

/** All results of an evaluation as a file, written while they are read. Hidden ones too: a file leaves nothing out. */
export const exportResults = (
  parts: Pick<Hub, 'facts'>,
  evaluation: Pick<Evaluation, 'name'>,
  { of, format }: { readonly of: ResultsOf; readonly format: ExportFormat },
): FileAnswer => ({
  file: {
    name: `${evaluation.name}.${format}`,
    mediaType: mediaTypes[format],
    body: writers[format](readReported(parts, of)),
  },
})

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Cases = AsyncIterable<ReportedCase>

const writers: Readonly<Record<ExportFormat, (cases: Cases) => AsyncIterable<string | Uint8Array>>> = {
  jsonl: toJsonLines,
  csv: toCsv,
  xlsx: (cases) => writeXlsx('Results', toRows(cases)),
}

const readAtOnce = 200

/** Failures first, as the list shows them. */
async function* readReported(
  parts: Pick<Hub, 'facts'>,
  of: ResultsOf,
): AsyncGenerator<ReportedCase, undefined> {
  for (let after = -1; ;) {
    const page = await listResults(parts.facts, of, {}, { after, limit: readAtOnce })
    const cases = await readCasesOfRun(
      parts,
      of,
      page.map(({ result }) => result.caseId),
    )
    for (const { result } of page) {
      const found = cases.get(result.caseId)
      if (found === undefined) continue
      const shown = found.attempts.find(({ attempt }) => attempt.repeat === result.shownRepeat)?.attempt
      yield {
        result,
        testCase: found.testCase,
        answer: shown?.answer ?? null,
        error: shown?.error ?? null,
      }
    }
    const last = page.at(-1)
    if (page.length < readAtOnce || last === undefined) return
    after = last.position
  }
}

async function* toJsonLines(cases: Cases): AsyncGenerator<string, undefined> {
  for await (const reported of cases) yield `${JSON.stringify(reported)}\n`
}

async function* toCsv(cases: Cases): AsyncGenerator<string, undefined> {
  yield toCsvLine(reportColumns.map(([name]) => name))
  for await (const reported of cases) yield toCsvLine(reportColumns.map(([, value]) => value(reported)))
}

async function* toRows(cases: Cases): AsyncGenerator<readonly Cell[], undefined> {
  yield reportColumns.map(([name]) => name)
  for await (const reported of cases) yield reportColumns.map(([, value]) => value(reported) ?? null)
}
