import { openCheckPorts } from '../checks/open-check-ports.ts'
import { prepareNamedCheck } from '../checks/prepare-named-check.ts'
import { runCheckFile } from '../checks/run-check-file.ts'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
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
    const prepared = prepareNamedCheck(workspace, id, options)
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
