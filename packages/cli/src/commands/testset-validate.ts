import type { TestCase } from '@assay/contracts'
import { ok, type KnowledgeBase } from '@assay/core'
import { findStaleCases } from '@assay/core/knowledge'
import { createValidationContext, validateCase } from '@assay/core/testsets'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { switchOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import { cutLine } from '../render/format/fit-text.ts'
import { toPrintable } from '../render/terminal/printable.ts'
import { describeStaleCases } from '../testset/describe-stale-cases.ts'
import { saveTestSet } from '../testset/save-test-set.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
    kb: textOption('Knowledge base the references point into', 'name'),
    write: switchOption('Note in the file what was tested'),
  },
  examples: ['assay testset validate'],
  async run({ options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const set = await loadTestSet(opened.value, options.testset)
    if (!set.ok) return set
    const base = await openChosen(opened.value, options.kb)
    if (!base.ok) return base
    const { cases, file } = set.value
    const { faults, tested } = validateAll(cases, base.value)
    const stale = findStaleCases(cases, base.value.chunks)
    if (options.write) {
      const saved = await saveTestSet(opened.value, file, tested)
      if (!saved.ok) return saved
    }
    const width = widthOf(context)
    const lines = faults.map(({ caseId, rejectedBy, reason }) =>
      cutLine(toPrintable(`  ${caseId}  ${rejectedBy}: ${reason}`), width),
    )
    const head = `${file}: ${cases.length - faults.length} of ${cases.length} cases hold by the rules that need no model`
    const facts = { cases: cases.length, faults, stale }
    present(context, facts, [head, ...lines, describeStaleCases(stale, cases.length, width)].join('\n'))
    return ok(faults.length + stale.length > 0 ? 1 : 0)
  },
})

/** Faults, and the cases with what was tested of them; what only a model can test keeps what it had. */
function validateAll(cases: readonly TestCase[], base: KnowledgeBase) {
  const validation = createValidationContext(base)
  const results = cases.map((testCase) => ({ testCase, outcome: validateCase(testCase, validation) }))
  return {
    faults: results.flatMap(({ testCase: { id: caseId }, outcome }) =>
      outcome.valid ? [] : [{ caseId, rejectedBy: outcome.rejectedBy, reason: outcome.reason }],
    ),
    tested: results.map(({ testCase, outcome }) =>
      outcome.valid ? { ...testCase, validity: { ...testCase.validity, ...outcome.validity } } : testCase,
    ),
  }
}
