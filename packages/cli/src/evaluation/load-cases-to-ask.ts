import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { packTestCases, packTestSet, type TestCases } from '@assay/core/testsets/format'
import type { Workspace } from '../workspace.ts'
import { isEmpty, testSetFile } from './load-test-set.ts'

/** The cases of a test set that a run asks. */
export interface CasesToAsk {
  readonly file: string
  /** Of the canonical text of the whole set. */
  readonly hash: string
  readonly cases: TestCases
}

/** Reads the test set a run asks, in little memory however long it is, and takes what the filter leaves. */
export async function loadCasesToAsk(
  workspace: Workspace,
  named: string | undefined,
  filter: CaseFilter,
): Promise<Result<CasesToAsk>> {
  const file = testSetFile(workspace, named)
  const lines = await workspace.readLines(file)
  if (!lines.ok) return fail(createError('ASSAY-3001', { where: file }))
  const read = await packTestSet(lines.value, file)
  if (!read.ok) return read
  const all = read.value
  if (all.length === 0) return fail(isEmpty(file))
  const cases = filterCases(all, filter)
  return cases.ok ? ok({ file, hash: workspace.hash(all.text).slice(0, 16), cases: cases.value }) : cases
}

export interface CaseFilter {
  readonly types?: readonly string[] | undefined
  readonly topics?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly ids?: readonly string[] | undefined
  readonly limit?: number | undefined
}

/**
 * Cases that meet every given condition, in the order of the set. Rejected ones are left out. Fails with ASSAY-1001 where
 * none is left: a run of nothing would pass every gate.
 */
function filterCases(cases: TestCases, filter: CaseFilter): Result<TestCases> {
  const named = (['types', 'topics', 'tags', 'ids', 'limit'] as const).filter(
    (key) => filter[key] !== undefined,
  )
  const isWhole = named.length === 0 && !Iterator.from(cases).some(isRejected)
  const left = isWhole ? cases : packTestCases(selectCases(cases, filter))
  if (left.length > 0) return ok(left)
  if (named.length === 0)
    return fail(
      createError('ASSAY-3001', {
        where: 'the test set',
        message: 'Every case of the test set was rejected',
      }),
    )
  const options = named.map((key) => `--${key} ${String(filter[key])}`)
  return fail(
    createError('ASSAY-1001', {
      message: 'No case of the test set is left to ask',
      where: options.join(' '),
      fix: `the set has ${describeValues(cases, named[0] ?? 'ids')}`,
    }),
  )
}

/** What a filter could have named, the most frequent first. */
function describeValues(cases: TestCases, key: keyof CaseFilter): string {
  const read: Readonly<Record<keyof CaseFilter, (each: TestCase) => readonly (string | null)[]>> = {
    types: (each) => [each.type],
    topics: (each) => [each.topic],
    tags: (each) => each.tags,
    ids: (each) => [each.id],
    limit: () => [],
  }
  const values = [...new Set(Iterator.from(cases).flatMap(read[key]))].filter((value) => value !== null)
  if (values.length === 0) return key === 'limit' ? `${cases.length} cases` : `no ${key}`
  const shown = values.slice(0, 8)
  return `${key}: ${shown.join(', ')}${values.length > shown.length ? ` and ${values.length - shown.length} more` : ''}`
}

function selectCases(cases: TestCases, filter: CaseFilter): Iterable<TestCase> {
  const meets = (wanted: readonly string[] | undefined, values: readonly (string | null)[]): boolean =>
    wanted === undefined || values.some((value) => value !== null && wanted.includes(value))
  return Iterator.from(cases)
    .filter((each) => !isRejected(each))
    .filter(
      (each) =>
        meets(filter.types, [each.type]) &&
        meets(filter.topics, [each.topic]) &&
        meets(filter.tags, each.tags) &&
        meets(filter.ids, [each.id]),
    )
    .take(filter.limit ?? cases.length)
}

const isRejected = ({ review }: TestCase): boolean => review?.decision === 'rejected'

export const countReviewed = (cases: TestCases): number =>
  Iterator.from(cases)
    .filter(({ review }) => review?.decision === 'accepted' || review?.decision === 'edited')
    .reduce((count) => count + 1, 0)
