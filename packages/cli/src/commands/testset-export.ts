import { createError, fail, ok, type Result } from '@assay/core'
import { exchangeFormatIds, exportTestSet, type ExchangeFormatId } from '@assay/core/testsets'
import { formatCounted } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { choiceOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { openReferenceBase } from '../testset/case-evidence.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
    format: choiceOption('Format to write', exchangeFormatIds),
    out: textOption(
      'File to write (default: standard output); with --format raget a name that ends in / is a folder',
      'file',
    ),
    kb: textOption('Knowledge base whose passages are written as reference contexts', 'name'),
  },
  examples: ['assay testset export --format csv --out testset.csv'],
  async run({ options }, context) {
    if (options.format === undefined) return fail(createError('ASSAY-3005', { where: '--format' }))
    const file = readDestination(options.out, options.format)
    if (!file.ok) return file
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const set = await loadTestSet(workspace, options.testset)
    if (!set.ok) return set
    const base = await openReferenceBase(workspace, options.kb)
    if (!base.ok) return base
    const texts = new Map(base.value?.chunks.map(({ id, text }) => [id, text]))
    const { detectLanguage } = await workspace.chunkingTools()
    const text = exportTestSet(set.value.cases, options.format, {
      hash: workspace.hash,
      detectLanguage,
      contextText: (id) => texts.get(id),
    })
    if (file.value === null) {
      context.output.out(text)
      return ok(0)
    }
    const written = await workspace.writeText(file.value, text)
    if (!written.ok) return written
    const { length: cases } = set.value.cases
    present(context, { file: file.value, cases }, `${formatCounted(cases, 'case')} written to ${file.value}`)
    return ok(0)
  },
})

/** `null`: standard output. */
function readDestination(out: string | undefined, format: ExchangeFormatId): Result<string | null> {
  if (out === undefined || out === '-') return ok(null)
  if (!out.endsWith('/')) return ok(out)
  if (format === 'raget' && out !== '-/') return ok(`${out}testset.jsonl`)
  const message =
    format === 'raget' ? 'Standard output takes a file, not a folder' : `${format} is one file, not a folder`
  const fix =
    format === 'raget' ? 'write --out -, or name a folder' : 'name a file with --out, or write --out -'
  return fail(createError('ASSAY-1001', { message, where: `--out ${out}`, fix }))
}
