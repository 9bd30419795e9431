import { ok, type Result } from '@assay/core'
import { comparePaired, decideVerdict } from '@assay/core/statistics'
import { formatCount, formatCounted } from '@assay/core/wording'
import { compareRates } from './compare-files.ts'
import { describeWrongCounts, outcomesOf } from './counts.ts'
import type { ComparedColumns } from './describe-comparison.ts'
import { failUsage, refuseUnused } from './usage.ts'

export interface CountOptions {
  readonly gained: number | undefined
  readonly lost: number | undefined
  readonly passes: readonly string[] | undefined
  readonly of: readonly string[] | undefined
  readonly margin: number | undefined
}

/** Pairs by those gained and lost, or two runs over different cases by their passes. */
export function compareCounts(options: CountOptions): Result<ComparedColumns> {
  const { gained, lost, passes } = options
  if (gained !== undefined && lost !== undefined) {
    const why = '--gained and --lost count cases that both runs had'
    return (
      refuseUnused(options, { unused: ['passes'], why }) ?? comparePairCounts({ ...options, gained, lost })
    )
  }
  if (gained !== undefined || lost !== undefined)
    return failUsage('--gained and --lost belong together', 'write --gained 6 --lost 16 --of 161')
  if (passes !== undefined) return compareRateCounts(passes, options)
  return failUsage(
    'It is not clear what to compare',
    'name a file, or write --gained 6 --lost 16 --of 161, or --passes 46,58 --of 76,80',
  )
}

function compareRateCounts(
  passes: readonly string[],
  { of = [], margin }: CountOptions,
): Result<ComparedColumns> {
  const fix = 'write the first run, then the second: --passes 46,58 --of 76,80'
  if (passes.length !== 2 || of.length !== 2)
    return failUsage('--passes and --of need two numbers each, one a run', fix)
  const [first = NaN, second = NaN] = passes.map(toCount)
  const [n = NaN, m = NaN] = of.map(toCount)
  const wrong = describeWrongCounts(first, n) ?? describeWrongCounts(second, m)
  if (wrong !== null) return failUsage(wrong, fix)
  return ok(compareRates(outcomesOf(first, n), outcomesOf(second, m), margin))
}

function comparePairCounts({
  gained,
  lost,
  of = [],
  margin,
}: CountOptions & { readonly gained: number; readonly lost: number }): Result<ComparedColumns> {
  const n = of.length === 1 ? toCount(of[0] ?? '') : NaN
  const fix = 'write the number of all pairs, as in --gained 6 --lost 16 --of 161'
  if (Number.isNaN(n))
    return failUsage('--of must be one number: all pairs, those alike in both runs too', fix)
  if (n < gained + lost)
    return failUsage(`${gained} gained and ${lost} lost are more than ${formatCounted(n, 'pair')}`, fix)
  const wrong = describeWrongCounts(gained + lost, n)
  if (wrong !== null) return failUsage(wrong, fix)
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

const toCount = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NaN)
