import { ok } from '@assay/core'
import { findStaleCases } from '@assay/core/knowledge'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { openChosen } from '../knowledge/choose-knowledge-base.ts'
import { switchOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import { createEvidenceReader, openReferenceBase } from '../testset/case-evidence.ts'
import { describeStaleCases } from '../testset/describe-stale-cases.ts'
import { describeTestCase } from '../testset/describe-test-case.ts'
import { countTestSet, describeCounts } from '../testset/describe-test-set.ts'
import { findCase } from '../testset/find-case.ts'

export const command = defineCommand({
  arguments: [],
  options: {
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
    case: textOption('Show one case', 'id'),
    stale: switchOption('Show the cases whose reference no longer stands in the documents'),
    kb: textOption('Knowledge base the references point into', 'name'),
  },
  examples: ['assay testset show', 'assay testset show --stale'],
  async run({ options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const set = await loadTestSet(opened.value, options.testset)
    if (!set.ok) return set
    const { cases, file } = set.value
    if (options.stale) {
      const base = await openChosen(opened.value, options.kb)
      if (!base.ok) return base
      const stale = findStaleCases(cases, base.value.chunks)
      present(context, stale, describeStaleCases(stale, cases.length, widthOf(context)))
      return ok(0)
    }
    if (options.case !== undefined) {
      const found = findCase(set.value, options.case)
      if (!found.ok) return found
      const base = await openReferenceBase(opened.value, options.kb)
      if (!base.ok) return base
      const evidence = createEvidenceReader(base.value)(found.value)
      present(context, found.value, describeTestCase(found.value, evidence, widthOf(context)).join('\n'))
      return ok(0)
    }
    const counts = countTestSet(cases)
    present(context, counts, describeCounts(file, counts, widthOf(context)).join('\n'))
    return ok(0)
  },
})
