import { ok, type Result } from '@assay/core'
import {
  comparePaired,
  compareUnpairedRates,
  decideVerdict,
  estimateScores,
  estimateRate,
} from '@assay/core/statistics'
import type { MeasuredDifference, Outcome } from '@assay/core/statistics'
import { formatRate } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import type { ComparedColumns } from './describe-comparison.ts'
import { formatNumberEstimate } from './format-number.ts'
import { failNoRow, readFigures, readKeys, readTexts } from './read-column.ts'
import { readRows, type FigureRow } from './read-rows.ts'
import { failUsage, refuseUnused } from './usage.ts'

export interface CompareFilesOptions {
  readonly first: string | undefined
  readonly second: string | undefined
  readonly column: string | undefined
  readonly id: string | undefined
  readonly cluster: string | undefined
  readonly margin: number | undefined
}

/** Two columns of one file, or one column of two files, matched by id where one is named. */
export async function compareFiles(
  files: readonly string[],
  options: CompareFilesOptions,
  context: CommandContext,
): Promise<Result<ComparedColumns>> {
  const [one = '', other] = files
  const rows = await readRows(one, context)
  if (!rows.ok) return rows
  if (other === undefined) return compareColumns(rows.value, options)
  const otherRows = await readRows(other, context)
  if (!otherRows.ok) return otherRows
  if (options.column === undefined)
    return failUsage('The column to compare is not named', 'add --column NAME')
  const refused = refuseUnused(options, { unused: ['first', 'second'], why: 'two files are named, not one' })
  if (refused !== null) return refused
  if (options.id === undefined) return compareUnpaired([rows.value, otherRows.value], options.column, options)
  return compareMatched([rows.value, otherRows.value], options.column, { ...options, id: options.id })
}

function compareColumns(rows: readonly FigureRow[], options: CompareFilesOptions): Result<ComparedColumns> {
  const { first, second } = options
  if (first === undefined || second === undefined)
    return failUsage('The two columns are not named', 'add --first NAME --second NAME, or name a second file')
  if (first === second)
    return failUsage(`The column "${first}" is named twice`, 'name the columns of two runs')
  const refused = refuseUnused(options, { unused: ['column', 'id'], why: 'one file is named, not two' })
  if (refused !== null) return refused
  const [before, after, keys] = [
    readFigures(rows, first),
    readFigures(rows, second),
    readKeys(rows, options.cluster),
  ]
  if (!before.ok) return before
  if (!after.ok) return after
  if (!keys.ok) return keys
  const pairs = before.value.values.map((value, i) => ({
    first: value,
    second: after.value.values[i] ?? null,
    clusterKey: keys.value[i],
  }))
  if (!pairs.some(isWhole)) return failNoRow(rows, `No row has a value in both "${first}" and "${second}"`)
  return ok(comparePairs(pairs, before.value.isYesNo && after.value.isYesNo, options.margin))
}

function compareMatched(
  [one, other]: readonly [readonly FigureRow[], readonly FigureRow[]],
  column: string,
  options: CompareFilesOptions & { readonly id: string },
): Result<ComparedColumns> {
  const [before, after] = [readFigures(one, column), readFigures(other, column)]
  if (!before.ok) return before
  if (!after.ok) return after
  const [ids, otherIds, keys] = [
    readTexts(one, options.id),
    readTexts(other, options.id),
    readKeys(one, options.cluster),
  ]
  if (!ids.ok) return ids
  if (!otherIds.ok) return otherIds
  if (!keys.ok) return keys
  const repeated = findRepeated(ids.value) ?? findRepeated(otherIds.value)
  if (repeated !== null)
    return failUsage(`The id "${repeated}" stands in more than one row`, 'give each row an id of its own')
  const places = new Map(otherIds.value.map((id, index) => [id, index]))
  const known = new Set(ids.value)
  const onlyInOther = otherIds.value.filter((id) => id === null || !known.has(id)).length
  const pairs = ids.value.map((id, i) => {
    const place = id === null ? undefined : places.get(id)
    const second = place === undefined ? null : (after.value.values[place] ?? null)
    return { first: before.value.values[i] ?? null, second, clusterKey: keys.value[i] }
  })
  if (!pairs.some(isWhole))
    return failNoRow(other, `No case has a value of "${column}" in both files, by the same "${options.id}"`)
  const compared = comparePairs(pairs, before.value.isYesNo && after.value.isYesNo, options.margin)
  return ok({ ...compared, leftOut: compared.leftOut + onlyInOther })
}

function findRepeated(ids: readonly (string | null)[]): string | null {
  const seen = new Set<string>()
  for (const id of ids) {
    if (id !== null && seen.has(id)) return id
    if (id !== null) seen.add(id)
  }
  return null
}

interface OpenPair {
  readonly first: number | null
  readonly second: number | null
  readonly clusterKey: string | undefined
}

const isWhole = ({ first, second }: OpenPair): boolean => first !== null && second !== null

function comparePairs(pairs: readonly OpenPair[], isYesNo: boolean, margin?: number): ComparedColumns {
  const whole = pairs.flatMap(({ first, second, clusterKey }) =>
    first === null || second === null ? [] : [{ first, second, clusterKey }],
  )
  const isShare = whole.every(
    ({ first, second }) => Math.min(first, second) >= 0 && Math.max(first, second) <= 1,
  )
  const side = (value: 'first' | 'second'): string =>
    isYesNo
      ? formatRate(estimateRate({ outcomes: whole.map((pair) => ({ ...pair, pass: pair[value] === 1 })) }))
      : formatNumberEstimate(estimateScores(whole.map((pair) => ({ ...pair, value: pair[value] }))))
  return {
    ...conclude(comparePaired(whole), margin),
    isPaired: true,
    isShare,
    sides: `was ${side('first')}, is ${side('second')}`,
    leftOut: pairs.length - whole.length,
  }
}

const conclude = (measured: MeasuredDifference, margin: number | undefined) => ({
  difference: decideVerdict(measured, margin),
})

function compareUnpaired(
  files: readonly [readonly FigureRow[], readonly FigureRow[]],
  column: string,
  { cluster, margin }: CompareFilesOptions,
): Result<ComparedColumns> {
  const [before, after] = [toOutcomes(files[0], column, cluster), toOutcomes(files[1], column, cluster)]
  if (!before.ok) return before
  if (!after.ok) return after
  return ok({
    ...compareRates(before.value, after.value, margin),
    leftOut: files[0].length + files[1].length - before.value.length - after.value.length,
  })
}

export const compareRates = (
  before: readonly Outcome[],
  after: readonly Outcome[],
  margin: number | undefined,
): ComparedColumns => ({
  ...conclude(compareUnpairedRates(before, after), margin),
  isPaired: false,
  isShare: true,
  sides: `was ${formatRate(estimateRate({ outcomes: before }))}, is ${formatRate(estimateRate({ outcomes: after }))}`,
  leftOut: 0,
})

function toOutcomes(
  rows: readonly FigureRow[],
  column: string,
  cluster: string | undefined,
): Result<readonly Outcome[]> {
  const [figures, keys] = [readFigures(rows, column), readKeys(rows, cluster)]
  if (!figures.ok) return figures
  if (!keys.ok) return keys
  if (!figures.value.isYesNo)
    return failUsage(
      `The column "${column}" holds scores, and scores are compared case by case`,
      'name the column that says which case it is: --id NAME',
    )
  return ok(
    figures.value.values.flatMap((value, i) =>
      value === null ? [] : [{ pass: value === 1, clusterKey: keys.value[i] }],
    ),
  )
}
