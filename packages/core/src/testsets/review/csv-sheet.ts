import type { TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { formatCsvRows, parseCsvRows } from '../../csv/csv-rows.ts'
import { decisionOf, sheetVersion, type SheetRow, type SheetTools } from './review-sheet.ts'

/** A review sheet for a spreadsheet: one case a row, the columns to fill in first. */
export const formatCsvSheet = (cases: readonly TestCase[], { hash, evidenceOf }: SheetTools): string =>
  formatCsvRows(
    cases.map((each) => {
      const evidence = evidenceOf(each)
      return {
        id: each.id,
        decision: decisionOf(each),
        reason: each.review?.reason ?? '',
        question: each.question,
        reference: each.referenceAnswer,
        history: each.history.map(({ role, content }) => `${role}: ${content}`).join('\n'),
        type: each.type,
        quote: evidence.map(({ quote }) => quote).join('\n'),
        source: [...new Set(evidence.map(({ source }) => source))].join('\n'),
        version: sheetVersion(each, hash),
      }
    }),
  )

export function parseCsvSheet(text: string, file: string): Result<readonly SheetRow[]> {
  const rows = parseCsvRows(text, file)
  if (!rows.ok) return rows
  const bad = rows.value.find(({ record }) => record['id'] === undefined)
  if (bad !== undefined)
    return fail(
      createError('ASSAY-3007', {
        where: `${file}, line ${bad.line}`,
        message: 'The column "id" is missing or empty',
      }),
    )
  return ok(
    rows.value.map(({ line, record }) => ({
      line,
      id: record['id'] ?? '',
      decision: (record['decision'] ?? '').trim().toLowerCase(),
      reason: (record['reason'] ?? '').trim(),
      question: record['question'] ?? '',
      reference: record['reference'] ?? '',
      version: (record['version'] ?? '').trim(),
    })),
  )
}
