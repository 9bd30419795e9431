import { ok, type Result } from '@assay/core'
import { estimateRate } from '@assay/core/statistics'
import { formatBounds, formatCounted, formatRate } from '@assay/core/wording'
import { defineCommand, type CommandContext } from '../command.ts'
import { choiceOption, integerOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { describeWrongCounts, outcomesOf } from '../statistics/counts.ts'
import { formatNumberEstimate } from '../statistics/format-number.ts'
import {
  figureKinds,
  measureColumn,
  type ColumnOptions,
  type MeasuredColumn,
} from '../statistics/measure-column.ts'
import { readRows } from '../statistics/read-rows.ts'
import { failUsage, refuseUnused } from '../statistics/usage.ts'

export const command = defineCommand({
  arguments: [{ name: 'file', description: 'CSV, JSON or JSON Lines; - is standard input', required: false }],
  options: {
    passes: integerOption('Cases that passed', { min: 0 }),
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
    const refused = refuseUnused(
      options,
      file === undefined
        ? { unused: ['column', 'kind', 'cluster', 'weight'], why: 'no file is named that has columns' }
        : { unused: ['passes', 'of'], why: `the figure comes from ${file}` },
    )
    if (refused !== null) return refused
    const measured = file === undefined ? measureCounts(options) : await measureFile(file, options, context)
    if (!measured.ok) return measured
    present(context, toFacts(measured.value), describe(measured.value))
    return ok(0)
  },
})

async function measureFile(file: string, options: ColumnOptions, context: CommandContext) {
  const rows = await readRows(file, context)
  return rows.ok ? measureColumn(rows.value, options) : rows
}

function measureCounts(options: {
  readonly passes: number | undefined
  readonly of: number | undefined
  readonly safety: boolean
}): Result<MeasuredColumn> {
  const { passes, of: n, safety } = options
  if (passes === undefined || n === undefined)
    return failUsage(
      'It is not clear what to measure',
      'write --passes 46 --of 76, or name a file and a --column',
    )
  const wrong = describeWrongCounts(passes, n)
  if (wrong !== null) return failUsage(wrong, 'mend --passes and --of, as in --passes 46 --of 76')
  const estimate = estimateRate({ outcomes: outcomesOf(passes, n), safety })
  return ok({ kind: 'rate', estimate, bounds: null, leftOut: 0, withoutWeight: 0 })
}

const toFacts = ({ kind, estimate, bounds, leftOut, withoutWeight }: MeasuredColumn) => ({
  kind,
  ...estimate,
  leftOut,
  withoutWeight,
  ...(bounds === null
    ? {}
    : { ifAllFail: bounds.ifAllFail.value, ifAllPass: bounds.ifAllPass.value, bounds: bounds.interval }),
})

function describe({ kind, estimate, bounds, leftOut, withoutWeight }: MeasuredColumn): string {
  const figure = kind === 'rate' ? formatRate(estimate) : `${kind} ${formatNumberEstimate(estimate)}`
  const { clusters, n, method } = estimate
  const range =
    bounds === null
      ? ''
      : `; ${formatBounds({ low: bounds.ifAllFail.value ?? 0, high: bounds.ifAllPass.value ?? 1 })} if all failed or all passed`
  const withoutValue = leftOut - withoutWeight
  return [
    figure,
    `  sure?        ${method}${clusters < n ? `, ${formatCounted(clusters, 'cluster')}` : ''}`,
    ...(withoutValue === 0
      ? []
      : [`  left out     ${formatCounted(withoutValue, 'row')} without a value${range}`]),
    ...(withoutWeight === 0
      ? []
      : [`  left out     ${formatCounted(withoutWeight, 'row')} without a weight`]),
  ].join('\n')
}
