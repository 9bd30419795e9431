import type { CommandContext } from './command.ts'
import { colourStyle, plainStyle, type TerminalStyle } from './render/terminal/style.ts'

/** The result of a command: facts for programs with `--json`, text for people else. Both on standard output. */
export function present({ globals, output }: CommandContext, facts: unknown, text: string): void {
  output.out(globals.json ? `${JSON.stringify(facts)}\n` : `${text}\n`)
}

export const styleOf = ({ output }: CommandContext): TerminalStyle =>
  output.color ? colourStyle : plainStyle

/** Columns to write for: those of the terminal, 80 where there is none. */
export const widthOf = ({ output }: CommandContext): number => (output.isTerminal ? output.columns : 80)
