import { ok, type Result } from '@assay/core'
import { comparePaired, decideVerdict } from '@assay/core/statistics'
import { defineCommand } from '../command.ts'
import { integerOption, listOption, numberOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { formatCount, formatCounted } from '../render/format/format-figure.ts'
import { compareFiles, compareRates } from '../statistics/compare-files.ts'
import { outcomesOf } from '../statistics/counts.ts'
import { describeComparison, type ComparedColumns } from '../statistics/describe-comparison.ts'
import { failUsage } from '../statistics/usage.ts'

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
    gained: integerOption('Cases that only the second run passes'),
    lost: integerOption('Cases that only the first run passes'),
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
    const compared = files.length > 0 ? await compareFiles(files, options, context) : compareCounts(options)
    if (!compared.ok) return compared
    const { difference, isPaired, leftOut } = compared.value
    present(context, { ...difference, paired: isPaired, leftOut }, describeComparison(compared.value))
    return ok(0)
  },
})

interface Counts {
  readonly gained: number | undefined
  readonly lost: number | undefined
  readonly passes: readonly string[] | undefined
  readonly of: readonly string[] | undefined
  readonly margin: number | undefined
}

function compareCounts({ gained, lost, passes, of, margin }: Counts): Result<ComparedColumns> {
  const sizes = (of ?? []).map(Number)
  if (gained !== undefined && lost !== undefined)
    return comparePairCounts({ gained, lost, n: sizes[0] ?? NaN }, margin)
  const [first = NaN, second = NaN] = (passes ?? []).map(Number)
  const [n = NaN, m = NaN] = sizes
  const areCounts = isCount(first, n) && isCount(second, m)
  if (!areCounts)
    return failUsage(
      'It is not clear what to compare',
      'name a file, or write --gained 6 --lost 16 --of 161, or --passes 46,58 --of 76,80',
    )
  return ok(compareRates(outcomesOf(first, n), outcomesOf(second, m), margin))
}

function comparePairCounts(
  { gained, lost, n }: { readonly gained: number; readonly lost: number; readonly n: number },
  margin: number | undefined,
): Result<ComparedColumns> {
  if (!isCount(gained + lost, n))
    return failUsage('--of must be all pairs, at least gained and lost together', 'add --of N')
  const pairs = Array.from({ length: n }, (_, index) => ({
    first: Number(index >= gained && index < gained + lost),
    second: Number(index < gained),
  }))
  return ok({
    difference: decideVerdict(comparePaired(pairs), margin),
    isPaired: true,
    isShare: true,
    sides: `only the first passes ${formatCounted(lost, 'case')}, only the second ${formatCount(gained)}`,
    leftOut: 0,
  })
}

const isCount = (count: number, n: number): boolean =>
  Number.isInteger(count) && Number.isInteger(n) && count >= 0 && n >= 1 && count <= n
