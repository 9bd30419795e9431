import type * as z from 'zod'
import type { Result } from '@assay/core'

/** One option: everything the parser, the help and the reference page need to know of it. */
export interface OptionRow<T = unknown> {
  readonly description: string
  /** Reads what the user wrote: a string, a list of strings, or a boolean where `placeholder` is absent. */
  readonly schema: z.ZodType<T>
  /** Shown as `--flag <placeholder>`; absent for a switch. */
  readonly placeholder?: string
  readonly repeatable?: boolean
  /** The name on the command line where it is not the key in kebab case. */
  readonly flag?: string
}

export type OptionTable = Readonly<Record<string, OptionRow>>

export type OptionsOf<T extends OptionTable> = { readonly [K in keyof T]: z.output<T[K]['schema']> }

export interface ArgumentRow {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly variadic?: boolean
}

/** Where a command writes. People read `error`; programs and pipes read `out`. */
export interface Output {
  out(text: string): void
  error(text: string): void
  readonly isTerminal: boolean
  readonly columns: number
  readonly color: boolean
}

export interface GlobalOptions {
  readonly json: boolean
  readonly plain: boolean
  readonly verbose: boolean
  /** Path of the configuration file, when named. */
  readonly config: string | undefined
}

export interface CommandContext {
  readonly output: Output
  readonly cwd: string
  /** The only way to an environment variable. */
  readonly env: (name: string) => string | undefined
  readonly globals: GlobalOptions
  /** Aborts at the first Ctrl-C: finish what is in flight, write, stop. */
  readonly signal: AbortSignal
  /** The command line as typed, for "start it again with". */
  readonly commandLine: string
}

export interface CommandInput<T extends OptionTable> {
  readonly arguments: readonly string[]
  readonly options: OptionsOf<T>
}

export interface Command<T extends OptionTable = OptionTable> {
  readonly arguments: readonly ArgumentRow[]
  readonly options: T
  /** Shown in the help and run by the documentation's tests. */
  readonly examples: readonly string[]
  /** Returns the exit code: 0, or 1 when a gate failed. */
  readonly run: (input: CommandInput<T>, context: CommandContext) => Promise<Result<number>>
}

/** Ties a command's `run` to its own options. The cast forgets them: the parser reads the values by the same table. */
export const defineCommand = <T extends OptionTable>(command: Command<T>): Command =>
  command as unknown as Command
