import { errorCatalogue } from '@assay/contracts'
import { code, generatedNote, renderPage, renderTable } from './markdown.ts'

const areas: Readonly<Record<string, string>> = {
  '1': 'Usage and configuration',
  '2': 'Knowledge bases',
  '3': 'Test sets',
  '4': 'Targets',
  '5': 'Model calls',
  '6': 'Runs and storage',
  '7': 'Evaluation',
  '8': 'Local models',
}

const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'passed, or there was nothing to pass'],
  ['1', 'a gate failed'],
  ['2', 'usage, configuration or a file'],
  ['3', 'a target or a provider could not be reached, or failed'],
  ['4', 'the budget stopped it; what was done is kept'],
  ['5', 'answers are pending (batch calls); start the same command again'],
  ['70', 'a fault in Assay; please report the lines it prints'],
  ['130', 'interrupted; the printed command goes on'],
]

export function renderErrorsPage(): string {
  const rows = Object.entries(errorCatalogue).map(([name, row]) => ({ name, row }))
  const groups = [...Map.groupBy(rows, ({ name }) => name.charAt('ASSAY-'.length))]
  return renderPage([
    '# Errors and exit codes',
    generatedNote,
    'An error says what is wrong, where, what was kept (`so`) and what to do (`fix`). `--verbose` adds the details.',
    '## Exit codes',
    renderTable(['code', 'meaning'], exitCodes),
    ...groups.flatMap(([area, members]) => [
      `## ${areas[area] ?? area}`,
      renderTable(
        ['code', 'what is wrong', 'what to do', 'exit code', 'tried again'],
        members.map(({ name, row }) => [
          code(name),
          row.title,
          row.help,
          String(row.exitCode),
          row.retryable ? 'yes' : 'no',
        ]),
      ),
    ]),
  ])
}
