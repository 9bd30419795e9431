import type { QuestionType } from '@assay/contracts'
import type { Shortfall } from './generator.ts'
import type { GenerationProgress } from './read-generation-progress.ts'

export interface RejectionCount {
  /** Id of the validation. */
  readonly by: string
  readonly count: number
}

/** Types that got fewer questions than their share, each with what became of its candidates. */
export function explainShortfall(
  shares: ReadonlyMap<QuestionType, number>,
  progress: GenerationProgress,
): readonly Shortfall[] {
  return [...shares].flatMap(([type, asked]) => {
    const delivered = progress.selection.cases.filter((one) => one.type === type).length
    if (delivered >= asked) return []
    return [{ type, asked, delivered, reasons: reasonsFor(type, progress) }]
  })
}

function reasonsFor(type: QuestionType, progress: GenerationProgress): readonly string[] {
  const made = progress.rows.filter((row) => row.type === type).length
  const left = progress.selection.left.filter((one) => one.type === type).length
  return [
    made === 0
      ? 'no candidate could be made'
      : made === 1
        ? '1 candidate was made'
        : `${made} candidates were made`,
    ...countRejections(progress, type).map(({ by, count }) => `${count} rejected by ${by}`),
    ...countFailures(progress, type),
    ...(left > 0 ? [`${left} valid, but their document has its share of the set`] : []),
  ]
}

function countFailures({ failures }: GenerationProgress, type: QuestionType): readonly string[] {
  const lost = new Map<string, number>()
  for (const { unit, message } of failures) {
    const count = unit.candidates[type] ?? 0
    if (count > 0) lost.set(message, (lost.get(message) ?? 0) + count)
  }
  return [...lost].map(([message, count]) => `${count} ${count === 1 ? 'was' : 'were'} not made: ${message}`)
}

/** Rejected candidates by validation, commonest first. */
export function countRejections(
  { rows, selection }: GenerationProgress,
  type?: QuestionType,
): readonly RejectionCount[] {
  const counts = new Map<string, number>()
  const add = (by: string): void => void counts.set(by, (counts.get(by) ?? 0) + 1)
  for (const row of rows)
    if (row.rejectedBy !== undefined && (type === undefined || row.type === type)) add(row.rejectedBy)
  for (const one of selection.duplicates) if (type === undefined || one.type === type) add('near-duplicate')
  return [...counts].map(([by, count]) => ({ by, count })).toSorted((one, other) => other.count - one.count)
}
