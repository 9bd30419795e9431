import { createError, fail, ok, type Result } from '@assay/core'
import { prepareChecks, type PreparedCheck } from '@assay/core/checks'
import type { CheckUse } from '@assay/contracts'
import { openCheckPorts } from '../checks/open-check-ports.ts'
import { readParameters, type Parameters, type ReadParameters } from '../checks/read-parameters.ts'
import { runCheckFile } from '../checks/run-check-file.ts'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import type { Workspace } from '../workspace.ts'
import {
  integerOption,
  numberOption,
  repeatedOption,
  switchOption,
  textOption,
} from '../options/option-schemas.ts'

export const command = defineCommand({
  arguments: [{ name: 'id', description: 'Id of the check (assay check list)', required: true }],
  options: {
    param: repeatedOption('A parameter of the check; JSON or text, repeatable', 'key=value'),
    in: textOption(
      'JSON Lines of cases: {id, input, answer, text, reference, references, contexts, toolCalls, …}; - is standard input (default)',
      'file',
    ),
    out: textOption(
      'JSON Lines of verdicts: {id, outcome, score, spans, reason, error}; - is standard output (default)',
      'file',
    ),
    on: textOption('JSONPath of the part it reads (default: the answer, else the text)', 'path'),
    not: switchOption('Pass where it would fail'),
    threshold: numberOption('Score from which it passes'),
    corpus: switchOption('Add the corpus-level score as the last row, where the check has one'),
    model: textOption('provider:model for checks that ask one', 'model'),
    embedder: textOption('provider:model for checks that compare by meaning', 'model'),
    concurrency: integerOption('Cases at once, for checks that wait (default 8)'),
    skipBadRows: switchOption('Report rows that cannot be read and go on'),
  },
  examples: [
    'assay check run contains --param phrases=30 --in cases.jsonl --out verdicts.jsonl',
    'assay check run bleu --corpus < cases.jsonl',
  ],
  async run({ arguments: [id = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const parameters = readParameters(options.param ?? [])
    if (!parameters.ok) return parameters
    const prepared = prepareWith(workspace, options, { id, parameters: parameters.value })
    if (!prepared.ok) return prepared
    const outside = await openCheckPorts(workspace, prepared.value, options, context)
    if (!outside.ok) return outside
    const { ports, close } = outside.value
    try {
      return await runCheckFile(workspace, context, {
        check: prepared.value,
        ports,
        from: options.in ?? '-',
        to: options.out ?? '-',
        corpus: options.corpus,
        concurrency: options.concurrency ?? 8,
        skipBadRows: options.skipBadRows,
      })
    } finally {
      await close()
    }
  },
})

/** Parameters are meant as JSON; where the check refuses that, as text: `--param phrases=7`. */
function prepareWith(
  { configuration }: Workspace,
  { on, not, threshold }: Pick<CheckUse, 'on' | 'not' | 'threshold'>,
  { id, parameters }: { readonly id: string; readonly parameters: ReadParameters },
): Result<PreparedCheck> {
  const { checkSets: sets, checkTemplates: templates } = configuration
  const asJson = prepare(parameters.asJson)
  if (asJson.ok) return asJson
  const asText = prepare(parameters.asText)
  return asText.ok ? asText : asJson

  function prepare(values: Parameters): Result<PreparedCheck> {
    const use: CheckUse = {
      check: id,
      parameters: { ...values },
      ...(on === undefined ? {} : { on }),
      ...(not === true ? { not } : {}),
      ...(threshold === undefined ? {} : { threshold }),
    }
    const prepared = prepareChecks([use], { sets, templates })
    if (!prepared.ok) return prepared
    const [check] = prepared.value
    return check === undefined ? fail(createError('ASSAY-7010', { where: id })) : ok(check)
  }
}
