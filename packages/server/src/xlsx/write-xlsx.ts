import { PassThrough } from 'node:stream'

/** Code units a cell of a spreadsheet holds. */
export const longestCell = 32_767

// What XML cannot hold.
// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A workbook of one sheet, written while the rows come. Texts are texts, never formulas. */
export async function* writeXlsx(
  sheetName: string,
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array, undefined> {
  const { default: excel } = await import('exceljs')
  const out = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  const writing = (async () => {
    for await (const cells of rows) {
      if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
      sheet.addRow(cells.map((cell) => cell.replaceAll(notXml, '').slice(0, longestCell))).commit()
    }
    await book.commit()
  })()
  writing.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  yield* out
  await writing
}
