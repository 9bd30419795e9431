/** The four meanings colour has on a terminal; plain: the text as it is. */
export interface TerminalStyle {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly unsure: (text: string) => string
  readonly quiet: (text: string) => string
}

const same = (text: string): string => text
const sgr = (code: number) => (text: string) => `\u001B[${code}m${text}\u001B[0m`

export const plainStyle: TerminalStyle = { good: same, bad: same, unsure: same, quiet: same }
export const colourStyle: TerminalStyle = { good: sgr(32), bad: sgr(31), unsure: sgr(33), quiet: sgr(2) }
