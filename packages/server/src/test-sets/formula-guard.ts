/** What a spreadsheet would run, and what guarding made of such a text. */
const formula = /^'*[=+\-@\t\r]/

/** A text as a cell that no spreadsheet runs: with an apostrophe before it, as spreadsheets write "this is text". */
export const guardCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The way back. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
