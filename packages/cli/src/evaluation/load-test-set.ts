import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { formatTestSet, parseTestSet } from '@assay/core/testsets'
import type { Workspace } from '../workspace.ts'

export interface LoadedTestSet {
  readonly file: string
  /** Of the canonical text. */
  readonly hash: string
  readonly cases: readonly TestCase[]
}

export const testSetFile = (workspace: Workspace, named: string | undefined): string =>
  named ?? workspace.configuration.testSet?.file ?? 'testset.jsonl'

export async function loadTestSet(
  workspace: Workspace,
  named: string | undefined,
): Promise<Result<LoadedTestSet>> {
  const file = testSetFile(workspace, named)
  const text = await workspace.readText(file)
  if (text === null) return fail(createError('ASSAY-3001', { where: file }))
  const cases = parseTestSet(text, file)
  if (!cases.ok) return cases
  if (cases.value.length === 0)
    return fail(createError('ASSAY-3001', { where: file, message: 'The test set is empty' }))
  return ok({ file, cases: cases.value, hash: workspace.hash(formatTestSet(cases.value)).slice(0, 16) })
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
export function filterCases(cases: readonly TestCase[], filter: CaseFilter): Result<readonly TestCase[]> {
  const left = selectCases(cases, filter)
  if (left.length > 0) return ok(left)
  const named = (['types', 'topics', 'tags', 'ids', 'limit'] as const).filter(
    (key) => filter[key] !== undefined,
  )
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
function describeValues(cases: readonly TestCase[], key: keyof CaseFilter): string {
  const read: Readonly<Record<keyof CaseFilter, (each: TestCase) => readonly (string | null)[]>> = {
    types: (each) => [each.type],
    topics: (each) => [each.topic],
    tags: (each) => each.tags,
    ids: (each) => [each.id],
    limit: () => [],
  }
  const values = [...new Set(cases.flatMap(read[key]))].filter((value) => value !== null)
  if (values.length === 0) return key === 'limit' ? `${cases.length} cases` : `no ${key}`
  const shown = values.slice(0, 8)
  return `${key}: ${shown.join(', ')}${values.length > shown.length ? ` and ${values.length - shown.length} more` : ''}`
}

function selectCases(cases: readonly TestCase[], filter: CaseFilter): readonly TestCase[] {
  const meets = (wanted: readonly string[] | undefined, values: readonly (string | null)[]): boolean =>
    wanted === undefined || values.some((value) => value !== null && wanted.includes(value))
  return cases
    .filter((each) => each.review?.decision !== 'rejected')
    .filter(
      (each) =>
        meets(filter.types, [each.type]) &&
        meets(filter.topics, [each.topic]) &&
        meets(filter.tags, each.tags) &&
        meets(filter.ids, [each.id]),
    )
    .slice(0, filter.limit)
}

export const countReviewed = (cases: readonly TestCase[]): number =>
  cases.filter((each) => each.review?.decision === 'accepted' || each.review?.decision === 'edited').length
