import type { TestCase } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import type { Hash } from '../../ports/hash.ts'
import { fail, ok, type Result } from '../../result.ts'
import { acceptCase, editCase, rejectCase, type ReviewStamp } from './decide-case.ts'
import { decisionOf, reviewDecisions, sheetVersion, type SheetRow } from './review-sheet.ts'

export interface AppliedReview {
  readonly cases: readonly TestCase[]
  readonly accepted: number
  readonly edited: number
  readonly rejected: number
  /** Rows without a decision, or with the one the case already has. */
  readonly untouched: number
}

export interface ApplyOptions extends ReviewStamp {
  readonly hash: Hash
  readonly file: string
}

/**
 * Puts the decisions of a sheet into the test set, all or none: fails with ASSAY-3007 naming every line with an unknown id,
 * an id that stands twice, an unknown decision, or a case whose words changed since the sheet was written.
 */
export function applySheet(
  cases: readonly TestCase[],
  rows: readonly SheetRow[],
  options: ApplyOptions,
): Result<AppliedReview> {
  const byId = new Map(cases.map((each) => [each.id, each]))
  const seen = new Map<string, number>()
  const problems: string[] = []
  const decided = new Map<string, TestCase>()
  for (const row of rows) {
    const current = byId.get(row.id)
    const problem = seen.has(row.id)
      ? `${row.id} stands in line ${seen.get(row.id)} already`
      : findProblem(row, current, options.hash)
    seen.set(row.id, row.line)
    if (problem !== null) problems.push(`line ${row.line}: ${problem}`)
    else if (current !== undefined && isNew(row, current)) decided.set(row.id, decide(row, current, options))
  }
  if (problems.length > 0) return fail(refusal(problems, options.file))
  const count = (decision: string): number =>
    [...decided.values()].filter(({ review }) => review?.decision === decision).length
  return ok({
    cases: cases.map((each) => decided.get(each.id) ?? each),
    accepted: count('accepted'),
    edited: count('edited'),
    rejected: count('rejected'),
    untouched: rows.length - decided.size,
  })
}

const isReworded = ({ question, reference }: SheetRow, current: TestCase): boolean =>
  question !== current.question || reference !== current.referenceAnswer

/** A decision that the case already has, with the same reason and words, keeps its date and name. */
const isNew = (row: SheetRow, current: TestCase): boolean =>
  row.decision !== '' &&
  (row.decision !== decisionOf(current) ||
    row.reason !== (current.review?.reason ?? '') ||
    isReworded(row, current))

function findProblem(row: SheetRow, current: TestCase | undefined, hash: Hash): string | null {
  const { id, decision, version } = row
  if (current === undefined) return `no case has the id ${id}`
  if (decision !== '' && !reviewDecisions.some((known) => known === decision))
    return `"${decision}" is no decision: write accept, edit or reject`
  if (decision !== '' && decision === decisionOf(current) && !isReworded(row, current)) return null
  if (version !== sheetVersion(current, hash))
    return version === ''
      ? `the version of ${id} is missing: it was cut from the sheet`
      : `${id} changed since the sheet was written`
  if (decision === '')
    return isReworded(row, current) ? `${id} was reworded but not decided: write edit` : null
  if (decision !== 'edit' && isReworded(row, current))
    return `${id} was reworded and marked ${decision}: write edit`
  if (decision === 'edit' && !isReworded(row, current) && decisionOf(current) !== 'edit')
    return `${id} is marked edit, but its question and reference are as they were`
  return row.question.trim() === '' ? `the question of ${id} is empty` : null
}

function decide(
  { decision, question, reference, reason }: SheetRow,
  current: TestCase,
  stamp: ReviewStamp,
): TestCase {
  if (decision === 'reject') return rejectCase(current, reason, stamp)
  if (decision === 'edit') return editCase(current, { question, referenceAnswer: reference }, stamp, reason)
  return acceptCase(current, stamp)
}

const SHOWN = 10

function refusal(problems: readonly string[], file: string) {
  const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : []
  return createError('ASSAY-3007', {
    where: `${file}, ${[...problems.slice(0, SHOWN), ...more].join('; ')}`,
    so: 'nothing was changed',
  })
}
