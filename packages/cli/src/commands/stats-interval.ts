import { ok, type Result } from '@assay/core'
import { estimateRate } from '@assay/core/statistics'
import { defineCommand } from '../command.ts'
import { choiceOption, integerOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { formatBounds } from '../render/findings/unjudged.ts'
import { formatCounted, formatRate } from '../render/format/format-figure.ts'
import { outcomesOf } from '../statistics/counts.ts'
import { formatNumberEstimate } from '../statistics/format-number.ts'
import { figureKinds, measureColumn, type MeasuredColumn } from '../statistics/measure-column.ts'
import { failUsage } from '../statistics/usage.ts'

export const command = defineCommand({
  arguments: [{ name: 'file', description: 'CSV, JSON or JSON Lines; - is standard input', required: false }],
  options: {
    passes: integerOption('Cases that passed'),
    of: integerOption('All cases'),
    column: textOption('Column of the file', 'column'),
    kind: choiceOption(
      'What to measure (default: a rate where all values say yes or no, else a mean)',
      figureKinds,
    ),
    cluster: textOption('Column of what cases have in common: fact, conversation', 'column'),
    weight: textOption('Column of weights', 'column'),
    safety: switchOption('One-sided: at least so many pass'),
  },
  examples: [
    'assay stats interval --passes 46 --of 76',
    'assay stats interval verdicts.jsonl --column outcome --cluster fact',
    'assay stats interval latencies.csv --column ms --kind p95',
  ],
  async run({ arguments: [file], options }, context) {
    const measured = file === undefined ? measureCounts(options) : await measureColumn(file, options, context)
    if (!measured.ok) return measured
    present(context, toFacts(measured.value), describe(measured.value))
    return ok(0)
  },
})

function measureCounts(options: {
  readonly passes: number | undefined
  readonly of: number | undefined
  readonly safety: boolean
}): Result<MeasuredColumn> {
  const { passes, of: n, safety } = options
  if (passes === undefined || n === undefined || n === 0 || passes > n)
    return failUsage(
      'It is not clear what to measure',
      'write --passes 46 --of 76, or name a file and a --column',
    )
  const estimate = estimateRate({ outcomes: outcomesOf(passes, n), safety })
  return ok({ kind: 'rate', estimate, bounds: null, leftOut: 0 })
}

const toFacts = ({ kind, estimate, bounds, leftOut }: MeasuredColumn) => ({
  kind,
  ...estimate,
  leftOut,
  ...(bounds === null
    ? {}
    : { ifAllFail: bounds.ifAllFail.value, ifAllPass: bounds.ifAllPass.value, bounds: bounds.interval }),
})

function describe({ kind, estimate, bounds, leftOut }: MeasuredColumn): string {
  const figure = kind === 'rate' ? formatRate(estimate) : `${kind} ${formatNumberEstimate(estimate)}`
  const { clusters, n, method } = estimate
  const range =
    bounds === null
      ? ''
      : `; ${formatBounds({ low: bounds.ifAllFail.value ?? 0, high: bounds.ifAllPass.value ?? 1 })} if all failed or all passed`
  return [
    figure,
    `  sure?        ${method}${clusters < n ? `, ${formatCounted(clusters, 'cluster')}` : ''}`,
    ...(leftOut === 0 ? [] : [`  left out     ${formatCounted(leftOut, 'row')} without a value${range}`]),
  ].join('\n')
}
