import { extname } from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  applySheet,
  formatCsvSheet,
  formatMarkdownSheet,
  isDecided,
  parseCsvSheet,
  parseMarkdownSheet,
} from '@assay/core/testsets'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { loadTestSet, type LoadedTestSet } from '../evaluation/load-test-set.ts'
import { choiceOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { createEvidenceReader, openReferenceBase } from '../testset/case-evidence.ts'
import { createStamp } from '../testset/review-stamp.ts'
import { reviewAtTerminal } from '../testset/review-at-terminal.ts'
import { saveTestSet } from '../testset/save-test-set.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
    export: textOption('Write a review sheet to this file', 'file'),
    apply: textOption('Take the decisions from this review sheet', 'file'),
    form: choiceOption('Form of the sheet (default: by the name of the file)', ['csv', 'markdown']),
    by: textOption('Who reviews (default: the user of the machine)', 'name'),
    kb: textOption('Knowledge base the references point into', 'name'),
  },
  examples: [
    'assay testset review',
    'assay testset review --export review.md',
    'assay testset review --apply review.md',
  ],
  async run({ options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const set = await loadTestSet(workspace, options.testset)
    if (!set.ok) return set
    const { by, kb } = options
    if (options.export !== undefined)
      return exportSheet(
        { workspace, context, set: set.value, by, kb },
        options.export,
        formOf(options.form, options.export),
      )
    if (options.apply !== undefined)
      return applyFile(
        { workspace, context, set: set.value, by, kb },
        options.apply,
        formOf(options.form, options.apply),
      )
    const base = await openReferenceBase(workspace, kb)
    if (!base.ok) return base
    return reviewAtTerminal(
      workspace,
      { set: set.value, evidenceOf: createEvidenceReader(base.value), by },
      context,
    )
  },
})

type Form = 'csv' | 'markdown'

const formOf = (named: Form | undefined, file: string): Form =>
  named ?? (['.md', '.markdown'].includes(extname(file).toLowerCase()) ? 'markdown' : 'csv')

interface Reviewing {
  readonly workspace: Workspace
  readonly context: CommandContext
  readonly set: LoadedTestSet
  readonly by: string | undefined
  readonly kb: string | undefined
}

async function exportSheet(
  { workspace, context, set, kb }: Reviewing,
  file: string,
  form: Form,
): Promise<Result<number>> {
  const base = await openReferenceBase(workspace, kb)
  if (!base.ok) return base
  const tools = { hash: workspace.hash, evidenceOf: createEvidenceReader(base.value) }
  const text = form === 'csv' ? formatCsvSheet(set.cases, tools) : formatMarkdownSheet(set.cases, tools)
  const written = await workspace.writeText(file, text)
  if (!written.ok) return written
  const open = set.cases.filter((each) => !isDecided(each)).length
  const lines = [
    `${formatCounted(set.cases.length, 'case')} in ${file}, ${open} not decided`,
    `  next  assay testset review --apply ${file}`,
  ]
  present(context, { file, form, cases: set.cases.length, open }, lines.join('\n'))
  return ok(0)
}

async function applyFile(
  { workspace, context, set, by }: Reviewing,
  file: string,
  form: Form,
): Promise<Result<number>> {
  const text = await workspace.readText(file)
  if (text === null) return fail(createError('ASSAY-1006', { where: file }))
  const rows = form === 'csv' ? parseCsvSheet(text, file) : ok(parseMarkdownSheet(text))
  if (!rows.ok) return rows
  const stamp = createStamp(workspace, context, by)
  const applied = applySheet(set.cases, rows.value, { ...stamp, hash: workspace.hash, file })
  if (!applied.ok) return applied
  const saved = await saveTestSet(workspace, set.file, applied.value.cases)
  if (!saved.ok) return saved
  const { cases, accepted, edited, rejected, untouched } = applied.value
  const open = cases.filter((each) => !isDecided(each)).length
  const line = `${accepted} accepted, ${edited} edited, ${rejected} rejected by ${stamp.by}; ${untouched} left as they were; ${open} of ${cases.length} not decided`
  present(context, { file: set.file, accepted, edited, rejected, untouched, open }, line)
  return ok(0)
}
