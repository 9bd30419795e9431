import type { AssayError } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import { counterfactualDimensions, makeCounterfactuals } from '@assay/core/testsets'
import { formatCounted } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { loadTestSet } from '../evaluation/load-test-set.ts'
import { integerOption, listOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { countBy, listCounts } from '../testset/describe-test-set.ts'
import { overwriteOptions, readKeptCases } from '../testset/keep-reviewed.ts'
import { saveTestSet } from '../testset/save-test-set.ts'

const defaultOut = 'counterfactual.jsonl'

export const command = defineCommand({
  arguments: [],
  options: {
    testset: textOption('Test set file (default: from assay.yaml, else testset.jsonl)', 'file'),
    out: textOption(`Test set file to write (default: ${defaultOut})`, 'file'),
    dimensions: listOption(`What is swapped: ${counterfactualDimensions.join(', ')} (default: all)`),
    persona: switchOption('Ask cases that name nobody as somebody: "I am a woman. How …"'),
    variants: integerOption('Most other identities of a dimension for each case (default 2)'),
    force: overwriteOptions.force,
  },
  examples: [
    'assay testset counterfactual --dimensions gender,religion',
    'assay testset counterfactual --persona --dimensions gender --out counterfactual.jsonl',
  ],
  async run({ options }, context) {
    const dimensions = readDimensions(options.dimensions)
    if (!dimensions.ok) return dimensions
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const set = await loadTestSet(workspace, options.testset)
    if (!set.ok) return set
    const out = options.out ?? defaultOut
    const replaced = await readKeptCases(workspace, out, { merge: false, force: options.force })
    if (!replaced.ok) return fail(withoutMerge(replaced.error))
    const made = makeCounterfactuals(set.value.cases, {
      dimensions: dimensions.value,
      persona: options.persona,
      variants: options.variants ?? 2,
    })
    if (made.cases.length === 0) return fail(nothingMade(set.value.file, made.refused))
    const saved = await saveTestSet(workspace, out, made.cases)
    if (!saved.ok) return saved
    const lines = [
      `${formatCounted(made.cases.length, 'case')} made of ${set.value.cases.length}, in ${out}`,
      ...(made.refused.length > 0 ? [`  without   ${countReasons(made.refused)}`] : []),
      `  next      assay testset review --testset ${out}  |  assay eval run --testset ${out}`,
    ]
    present(context, { file: out, made: made.cases.length, refused: made.refused }, lines.join('\n'))
    return ok(0)
  },
})

/** A reviewed member would be taken for a twin of its new counterparts, so that nothing is merged here. */
const withoutMerge = (error: AssayError): AssayError =>
  error.code === 'ASSAY-3009'
    ? { ...error, fix: 'write to another file with --out, or replace them with --force' }
    : error

type Refused = ReturnType<typeof makeCounterfactuals>['refused']

const countReasons = (refused: Refused): string =>
  `${listCounts(countBy(refused, ({ reason }) => reason))}, by case and dimension`

const nothingMade = (where: string, refused: Refused): AssayError =>
  createError('ASSAY-1001', {
    message: `No case has a counterpart: ${countReasons(refused)}`,
    where,
    fix: 'ask as somebody with --persona, or name other --dimensions',
  })

function readDimensions(names: readonly string[] | undefined): Result<readonly string[]> {
  const unknown = names?.find((name) => !counterfactualDimensions.includes(name))
  if (unknown === undefined) return ok(names ?? counterfactualDimensions)
  const nearest = nearestWord(unknown, counterfactualDimensions)
  const fix = nearest === null ? `known: ${counterfactualDimensions.join(', ')}` : `did you mean ${nearest}?`
  return fail(
    createError('ASSAY-1001', { message: `No dimension is called ${unknown}`, where: '--dimensions', fix }),
  )
}
