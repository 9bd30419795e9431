import { PassThrough } from 'node:stream'
import { toCellText } from './cell-text.ts'

/** UTF-16 code units a cell of a spreadsheet holds. */
const longestCell = 32_767
const cutMark = ' … [cut: too long for a cell]'

/** Whether a cell was too long to be written whole. */
export const isCutCell = (cell: string): boolean => cell.endsWith(cutMark)

export type Cell = string | number | boolean | null

/**
 * A workbook of one sheet, written while the rows come. Texts are texts, never formulas. They stand in the shared table: as
 * texts in place, exceljs would write them so that it reads them back differently.
 */
export async function* writeXlsx(
  sheetName: string,
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array, undefined> {
  const { default: excel } = await import('exceljs')
  const out = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: true })
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  const writing = (async () => {
    for await (const cells of rows) {
      if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
      sheet.addRow(cells.map(fit)).commit()
    }
    await book.commit()
  })()
  writing.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  yield* out
  await writing
}

function fit(value: Cell): Cell {
  if (typeof value !== 'string') return value
  const cell = toCellText(value)
  return cell.length <= longestCell ? cell : `${cell.slice(0, longestCell - cutMark.length)}${cutMark}`
}
