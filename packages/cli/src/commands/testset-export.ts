import { ok } from '@assay/core'
import { exchangeFormatIds, exportTestSet } from '@assay/core/testsets'
import { createError, fail } from '@assay/core'
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
    if (options.out === undefined) {
      context.output.out(text)
      return ok(0)
    }
    const file = options.out.endsWith('/') ? `${options.out}testset.jsonl` : options.out
    const written = await workspace.writeText(file, text)
    if (!written.ok) return written
    present(
      context,
      { file, cases: set.value.cases.length },
      `${set.value.cases.length} cases written to ${file}`,
    )
    return ok(0)
  },
})
