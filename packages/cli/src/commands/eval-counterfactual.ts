import { createError, fail, ok } from '@assay/core'
import { compareCounterfactuals, readCounterfactualAnswers } from '@assay/core/testsets'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { readReport } from '../evaluation/read-report.ts'
import { present, widthOf } from '../present.ts'
import { renderCounterfactuals } from '../render/terminal/render-counterfactuals.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Name of the run', required: true }],
  options: {},
  examples: ['assay eval counterfactual assistant-1'],
  async run({ arguments: [run = ''] }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const report = await readReport(opened.value, { run })
    if (!report.ok) return report
    const answered = report.value.cases.flatMap(({ testCase, answer, result }) =>
      answer === null ? [] : [{ testCase, text: answer.text, passed: result.passed }],
    )
    const answers = await readCounterfactualAnswers(answered, context.signal)
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
