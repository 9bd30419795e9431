import type { ArgumentRow, Command } from '../../packages/cli/src/command.ts'
import { commandGroups, commandTable, type CommandRow } from '../../packages/cli/src/command-table.ts'
import { globalOptions, optionFlag } from '../../packages/cli/src/parse-command.ts'
import { code, generatedNote, renderPage, renderTable } from './markdown.ts'

export async function renderCommandsPage(): Promise<string> {
  const groups = [...Map.groupBy(commandTable, groupOf)]
  const rendered = await Promise.all(groups.map(([group, rows]) => renderGroup(group, rows)))
  return renderPage([
    '# Commands',
    generatedNote,
    'What `assay COMMAND --help` says, on one page. Exit codes: [errors](errors.md).',
    '## Options of every command',
    renderTable(
      ['option', 'what it does'],
      globalOptions.map(([flag, description]) => [code(flag), description]),
    ),
    ...rendered.flat(),
  ])
}

const groupOf = ({ name }: CommandRow): string => name.split(' ')[0] ?? name

async function renderGroup(group: string, rows: readonly CommandRow[]): Promise<readonly string[]> {
  const title = commandGroups[group]
  const parts = await Promise.all(rows.map(async (row) => renderCommand(row, (await row.load()).command)))
  return [...(title === undefined ? [] : [`## assay ${group}`, `${title}.`]), ...parts.flat()]
}

function renderCommand(row: CommandRow, command: Command): readonly string[] {
  const level = row.name.includes(' ') ? '###' : '##'
  const words = ['assay', row.name, ...command.arguments.map(argumentText)]
  const options = Object.entries(command.options)
  return [
    `${level} assay ${row.name}`,
    `${row.summary}.`,
    code([...words, ...(options.length > 0 ? ['[options]'] : [])].join(' ')),
    ...(command.arguments.length === 0
      ? []
      : [
          renderTable(
            ['argument', 'what it is'],
            command.arguments.map(({ name, description }) => [code(name), description]),
          ),
        ]),
    ...(options.length === 0
      ? []
      : [
          renderTable(
            ['option', 'what it does'],
            options.map(([key, option]) => [
              code(optionFlag(key, option)),
              `${option.description}${option.repeatable === true ? '; may be repeated' : ''}`,
            ]),
          ),
        ]),
    ...(command.examples.length === 0
      ? []
      : [`For example: ${command.examples.map((line) => code(line)).join(', ')}.`]),
  ]
}

function argumentText({ name, required, variadic }: ArgumentRow): string {
  const text = variadic === true ? `${name}...` : name
  return required ? `<${text}>` : `[${text}]`
}
