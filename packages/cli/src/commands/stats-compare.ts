import { ok, type Result } from '@assay/core'
import { defineCommand, type CommandContext } from '../command.ts'
import { integerOption, listOption, numberOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { compareCounts, type CountOptions } from '../statistics/compare-counts.ts'
import { compareFiles, type CompareFilesOptions } from '../statistics/compare-files.ts'
import { describeComparison } from '../statistics/describe-comparison.ts'
import { failUsage, refuseUnused } from '../statistics/usage.ts'

export const command = defineCommand({
  arguments: [
    { name: 'file', description: 'CSV, JSON or JSON Lines; - is standard input', required: false },
    { name: 'other', description: 'The file of the second run', required: false },
  ],
  options: {
    first: textOption('Column of the first run, in one file', 'column'),
    second: textOption('Column of the second run, in one file', 'column'),
    column: textOption('Column that both files have', 'column'),
    id: textOption(
      'Column that says which case a row is; without it, the files are taken as different cases',
      'column',
    ),
    cluster: textOption('Column of what cases have in common: fact, conversation', 'column'),
    gained: integerOption('Cases that only the second run passes', { min: 0 }),
    lost: integerOption('Cases that only the first run passes', { min: 0 }),
    passes: listOption('Passes of two runs over different cases', 'a,b'),
    of: listOption('Cases: all pairs with --gained and --lost, of each run with --passes', 'n[,n]'),
    margin: numberOption('Differences within it do not matter (default 0.03)'),
  },
  examples: [
    'assay stats compare --gained 6 --lost 16 --of 161',
    'assay stats compare --passes 46,58 --of 76,80',
    'assay stats compare scores.csv --first v1 --second v2 --cluster fact',
    'assay stats compare v1.jsonl v2.jsonl --column outcome --id id',
  ],
  async run({ arguments: files, options }, context) {
    const compared = await compare(files, options, context)
    if (!compared.ok) return compared
    const refused = checkMargin(options.margin, compared.value.isShare)
    if (refused !== null) return refused
    const { difference, isPaired, leftOut } = compared.value
    present(context, { ...difference, paired: isPaired, leftOut }, describeComparison(compared.value))
    return ok(0)
  },
})

function compare(files: readonly string[], options: CompareOptions, context: CommandContext) {
  const [file] = files
  const refused =
    file === undefined
      ? refuseUnused(options, { unused: columnOptions, why: 'no file is named that has columns' })
      : refuseUnused(options, { unused: countOptions, why: `the figures come from ${file}` })
  if (refused !== null) return refused
  return file === undefined ? compareCounts(options) : compareFiles(files, options, context)
}

type CompareOptions = CompareFilesOptions & CountOptions

const countOptions = ['gained', 'lost', 'passes', 'of']
const columnOptions = ['first', 'second', 'column', 'id', 'cluster']

/** Shares have margins under 1: a 3 for 3 points would call any two runs alike. */
function checkMargin(margin: number | undefined, isShare: boolean): Result<never> | null {
  if (margin === undefined || (margin >= 0 && (margin < 1 || !isShare))) return null
  return margin < 0
    ? failUsage('--margin is not below 0', 'write 0.03 for 3 points')
    : failUsage(
        `With a --margin of ${margin} no two shares differ: they lie within 0 and 1`,
        'write 0.03 for 3 points',
      )
}
