/** What XML or exceljs cannot hold, a carriage return among it, and what would be read as such an escape. */
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|_(?=x[\dA-Fa-f]{4}_)/g

/** A text as a cell of XLSX holds it (ECMA-376 §22.9.2.19): `_x000D_` for what XML cannot hold. */
export const toCellText = (text: string): string =>
  text.replaceAll(
    unwritable,
    (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )

export const fromCellText = (cell: string): string =>
  cell.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
