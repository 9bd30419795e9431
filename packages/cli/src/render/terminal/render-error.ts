import type { AssayError } from '@assay/contracts'
import { wrapText } from '../format/fit-text.ts'
import { toPrintable } from './printable.ts'
import { plainStyle, type TerminalStyle } from './style.ts'

export interface ErrorOptions {
  readonly width?: number
  readonly style?: TerminalStyle
  /** Adds the raw text behind the failure. */
  readonly verbose?: boolean
}

const labelWidth = 10

/** An error in its four parts: code and what is wrong, where, what it means for what was done, what to do. */
export function renderError(error: AssayError, options: ErrorOptions = {}): string {
  const { width = 80, style = plainStyle, verbose = false } = options
  const part = (label: string, text: string | undefined) =>
    text === undefined ? [] : renderPart(label, text, width, style)
  return [
    `${style.bad(error.code)}  ${toPrintable(error.message)}`,
    ...part('where', error.where),
    ...part('so', error.so),
    ...part('fix', error.fix),
    ...(verbose && error.detail !== undefined
      ? toPrintable(error.detail)
          .split('\n')
          .map((line) => style.quiet(`  ${line}`))
      : []),
  ].join('\n')
}

function renderPart(label: string, text: string, width: number, style: TerminalStyle): readonly string[] {
  const lines = wrapText(toPrintable(text), Math.max(20, width - labelWidth - 2))
  return lines.map((line, index) => `  ${style.quiet((index === 0 ? label : '').padEnd(labelWidth))}${line}`)
}
