import { createError, fail, ok } from '@assay/core'
import { compareCounterfactuals, readCounterfactualAnswers } from '@assay/core/testsets'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { readAnsweredCases } from '../evaluation/read-answered-cases.ts'
import { present, widthOf } from '../present.ts'
import { renderCounterfactuals } from '../render/terminal/render-counterfactuals.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Name of the run', required: true }],
  options: {},
  examples: ['assay eval counterfactual assistant-1'],
  async run({ arguments: [run = ''] }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const answered = await readAnsweredCases(opened.value, run)
    if (!answered.ok) return answered
    const answers = await readCounterfactualAnswers(answered.value, context.signal)
    if (!answers.ok) return answers
    const comparisons = compareCounterfactuals(answers.value)
    if (comparisons.length === 0)
      return fail(
        createError('ASSAY-1001', {
          message: `No two answers of ${run} belong to a counterfactual pair`,
          fix: 'make pairs with assay testset counterfactual and run those',
        }),
      )
    present(context, comparisons, renderCounterfactuals(comparisons, widthOf(context)))
    return ok(0)
  },
})
