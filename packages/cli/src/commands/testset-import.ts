import { createError, fail, ok, type Result } from '@assay/core'
import { detectFormat, exchangeFormatIds, importTestSet } from '@assay/core/testsets'
import { formatCounted } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { testSetFile } from '../evaluation/load-test-set.ts'
import { choiceOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { countBy, listCounts } from '../testset/describe-test-set.ts'
import { mergeKept, overwriteOptions, readKeptCases } from '../testset/keep-reviewed.ts'
import { saveTestSet } from '../testset/save-test-set.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [{ name: 'file', description: 'File, or the folder of a RAGET report', required: true }],
  options: {
    format: choiceOption('Format of the file (default: by its content)', exchangeFormatIds),
    out: textOption('Test set file to write (default: from assay.yaml, else testset.jsonl)', 'file'),
    ...overwriteOptions,
  },
  examples: ['assay testset import raget/testset.jsonl --out testset.jsonl'],
  async run({ arguments: [source = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const read = await readSource(workspace, source)
    if (!read.ok) return read
    const { text, file } = read.value
    const format = options.format ?? detectFormat(text)
    if (format === null) return fail(createError('ASSAY-3005', { where: file }))
    const { detectLanguage } = await workspace.chunkingTools()
    const imported = importTestSet(text, format, file, { hash: workspace.hash, detectLanguage })
    if (!imported.ok) return imported
    const out = testSetFile(workspace, options.out)
    const kept = await readKeptCases(workspace, out, options)
    if (!kept.ok) return kept
    const { cases, note } = mergeKept(kept.value, imported.value)
    const saved = await saveTestSet(workspace, out, cases)
    if (!saved.ok) return saved
    const withoutReference = imported.value.filter(
      ({ referenceAnswer }) => referenceAnswer.trim() === '',
    ).length
    const lines = [
      `${formatCounted(imported.value.length, 'case')} read as ${format}, ${cases.length} in ${out}`,
      `  types     ${listCounts(countBy(imported.value, ({ type }) => type))}`,
      ...(withoutReference > 0
        ? [`  ${withoutReference} without a reference answer: their answers cannot be judged`]
        : []),
      ...note,
      '  next      assay testset show  |  assay testset validate',
    ]
    present(
      context,
      { format, file: out, imported: imported.value.length, cases: cases.length, withoutReference },
      lines.join('\n'),
    )
    return ok(0)
  },
})

/** A folder stands for the test set in it. */
async function readSource(
  workspace: Workspace,
  source: string,
): Promise<Result<{ readonly text: string; readonly file: string }>> {
  for (const file of [source, `${source.replace(/\/$/, '')}/testset.jsonl`]) {
    const text = await workspace.readText(file)
    if (text !== null) return ok({ text, file })
  }
  return fail(createError('ASSAY-3001', { where: source, fix: 'check the path' }))
}
