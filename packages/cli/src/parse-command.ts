import { Command as Parser, CommanderError } from 'commander'
import type { AssayError } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { Command, CommandInput, GlobalOptions, OptionRow, OptionTable } from './command.ts'
import { commandGroups, commandTable, type CommandRow } from './command-table.ts'

export const globalOptions: readonly (readonly [flag: string, description: string])[] = [
  ['--json', 'facts for programs on standard output'],
  ['--plain', 'no colour, no live line'],
  ['--verbose', 'stack traces and details'],
  ['--config <file>', 'configuration file (default: assay.yaml)'],
]

export interface ParsedCommand {
  readonly row: CommandRow
  readonly command: Command
  readonly input: CommandInput<OptionTable>
  readonly globals: GlobalOptions
}

/** `null`: help or the version was printed and nothing is left to do. */
export async function parseCommand(
  argv: readonly string[],
  version: string,
  print: (text: string) => void,
): Promise<Result<ParsedCommand | null>> {
  const { row, words } = findCommand(argv)
  const loaded = row === undefined ? undefined : await row.load()
  let parsed: ParsedCommand | null = null
  let wrong: Result<never> | null = null
  const root = createRoot(version, print)
  addCommands(root, (each, parser) => {
    if (each !== row || loaded === undefined) return
    addOptions(parser, loaded.command)
    parser.action(() => {
      const options = readOptions(each, loaded.command.options, parser.opts())
      if (!options.ok) wrong = options
      else
        parsed = {
          row: each,
          command: loaded.command,
          input: { arguments: parser.args, options: options.value },
          globals: readGlobals(root.opts(), parser.opts()),
        }
    })
  })
  try {
    await root.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0 || error.code === 'commander.help') return ok(null)
    return fail(toUsageError(error, row))
  }
  if (wrong !== null) return wrong
  return parsed === null ? fail(createError('ASSAY-1001', { fix: helpHint(row) })) : ok(parsed)
}

interface FoundCommand {
  readonly row: CommandRow | undefined
  /** The command line with the command's own words first, where each command's parser knows all options. */
  readonly words: readonly string[]
}

const globalWithValue = new Set(
  globalOptions.flatMap(([flag]) => (flag.includes(' <') ? (flag.split(' ')[0] ?? []) : [])),
)

/** The command the first words name, `kb add` or `report`; options may stand before and between them. */
function findCommand(argv: readonly string[]): FoundCommand {
  const names: string[] = []
  const options: string[] = []
  for (let place = 0; place < argv.length && names.length < 2; place += 1) {
    const word = argv[place] ?? ''
    if (word === '--') break
    if (word.startsWith('-')) {
      const end = globalWithValue.has(word) ? place + 2 : place + 1
      options.push(...argv.slice(place, end))
      place = end - 1
      continue
    }
    names.push(word)
    const row = commandTable.find(({ name }) => name === names.join(' '))
    if (row !== undefined) return { row, words: [...names, ...options, ...argv.slice(place + 1)] }
  }
  return { row: undefined, words: argv }
}

/** The parser appends its suggestion in a line of its own. */
function toUsageError({ message }: CommanderError, row: CommandRow | undefined): AssayError {
  const [what = '', suggestion = ''] = message.replace(/^error: /, '').split('\n')
  const meant = /^\(Did you mean (.+)\?\)$/.exec(suggestion)?.[1]
  return createError('ASSAY-1001', {
    message: what,
    fix: meant === undefined ? helpHint(row) : `did you mean ${meant}?`,
  })
}

const helpHint = (row: CommandRow | undefined): string =>
  row === undefined ? 'see the commands with assay --help' : `see its options with assay ${row.name} --help`

function createRoot(version: string, print: (text: string) => void): Parser {
  const root = new Parser('assay')
    .description('The open quality and security hub for applications built on language models')
    .version(version, '--version', 'print the version')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => undefined })
    .addHelpText('after', '\nStart with: assay demo, or assay init in a folder of your own.')
  for (const [flag, description] of globalOptions) root.option(flag, description)
  return root
}

function addCommands(root: Parser, onLeaf: (row: CommandRow, parser: Parser) => void): void {
  const groups = new Map<string, Parser>()
  for (const row of commandTable) {
    const [first = '', second] = row.name.split(' ')
    if (second === undefined) {
      onLeaf(row, root.command(first).summary(row.summary).description(row.summary))
      continue
    }
    const group =
      groups.get(first) ??
      root
        .command(first)
        .description(commandGroups[first] ?? first)
        .helpCommand(false)
    groups.set(first, group)
    onLeaf(row, group.command(second).summary(row.summary).description(row.summary))
  }
}

function addOptions(parser: Parser, command: Command): void {
  for (const argument of command.arguments) {
    const name = argument.variadic === true ? `${argument.name}...` : argument.name
    parser.argument(argument.required ? `<${name}>` : `[${name}]`, argument.description)
  }
  for (const [key, row] of Object.entries(command.options)) {
    if (row.repeatable === true) parser.option(optionFlag(key, row), row.description, collect)
    else parser.option(optionFlag(key, row), row.description)
  }
  for (const [flag, description] of globalOptions) parser.option(flag, description)
  if (command.examples.length > 0)
    parser.addHelpText('after', `\nExamples:\n${command.examples.map((line) => `  ${line}`).join('\n')}`)
}

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
]

/** `--max-tokens <n>` from the key `maxTokens`. */
export function optionFlag(key: string, row: OptionRow): string {
  const name = row.flag ?? key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return row.placeholder === undefined ? `--${name}` : `--${name} <${row.placeholder}>`
}

function readOptions(
  command: CommandRow,
  table: OptionTable,
  raw: Readonly<Record<string, unknown>>,
): Result<Record<string, unknown>> {
  const options: Record<string, unknown> = {}
  for (const [key, row] of Object.entries(table)) {
    const flagName = optionFlag(key, row).split(' ')[0] ?? key
    const value = raw[flagName.slice(2).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())]
    const read = row.schema.safeParse(value)
    if (!read.success) {
      return fail(
        createError('ASSAY-1001', {
          message: `${flagName} ${String(value)}: ${read.error.issues[0]?.message ?? 'not valid'}`,
          where: `assay ${command.name}`,
          fix: helpHint(command),
        }),
      )
    }
    options[key] = read.data
  }
  return ok(options)
}

function readGlobals(...sources: readonly Readonly<Record<string, unknown>>[]): GlobalOptions {
  const isSet = (key: string): boolean => sources.some((source) => source[key] === true)
  const config = sources.map((source) => source['config']).find((value) => typeof value === 'string')
  return {
    json: isSet('json'),
    plain: isSet('plain'),
    verbose: isSet('verbose'),
    config: typeof config === 'string' ? config : undefined,
  }
}
