import { PassThrough } from 'node:stream'
import type { Evaluation } from '@assay/contracts/hub'
import { toCsvLine } from '@assay/core/csv'
import { reportColumns, type ReportedCase } from '@assay/core/evaluation'
import { listResults, type ResultsOf } from '@assay/storage/clickhouse'
import type { FileAnswer, Hub } from '../hub.ts'
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
  xlsx: toXlsx,
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

/** Most characters a cell holds. */
const cellLength = 32_767

async function* toXlsx(cases: Cases): AsyncGenerator<Uint8Array, undefined> {
  const { default: excel } = await import('exceljs')
  const out = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
  const sheet = book.addWorksheet('Results')
  const writing = (async () => {
    sheet.addRow(reportColumns.map(([name]) => name)).commit()
    for await (const reported of cases) {
      if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
      sheet.addRow(reportColumns.map(([, value]) => toXlsxCell(value(reported)))).commit()
    }
    await book.commit()
  })()
  writing.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  yield* out
  await writing
}

/** Texts are texts in XLSX, never formulas; characters that XML cannot hold are left out. */
const toXlsxCell = (value: string | number | boolean | null | undefined): string | number | boolean | null =>
  typeof value === 'string' ? value.replaceAll(notXml, '').slice(0, cellLength) : (value ?? null)

// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
