import type { TestCase } from '@assay/contracts'
import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import type { LoadedTestSet } from '../evaluation/load-test-set.ts'

export function findCase({ cases, file }: LoadedTestSet, id: string): Result<TestCase> {
  const found = cases.find((each) => each.id === id)
  if (found !== undefined) return ok(found)
  const nearest = nearestWord(
    id,
    cases.map((each) => each.id),
  )
  const fix = nearest === null ? {} : { fix: `did you mean ${nearest}?` }
  return fail(createError('ASSAY-3008', { where: `${file}: ${id}`, ...fix }))
}
