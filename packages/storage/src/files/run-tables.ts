import {
  attemptRowSchema,
  callRowSchema,
  candidateRowSchema,
  contextRowSchema,
  testCaseSchema,
  unitRowSchema,
  verdictRowSchema,
} from '@assay/contracts'
import type { RunTable, RunTables } from '@assay/core'

type RowSchemas = {
  readonly [T in RunTable]: {
    safeParse(
      value: unknown,
    ):
      | { readonly success: true; readonly data: RunTables[T] }
      | { readonly success: false; readonly error: ZodIssues }
  }
}
interface ZodIssues {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

const rowSchemas: RowSchemas = {
  units: unitRowSchema,
  attempts: attemptRowSchema,
  verdicts: verdictRowSchema,
  calls: callRowSchema,
  candidates: candidateRowSchema,
  cases: testCaseSchema,
  contexts: contextRowSchema,
}

export const runTables = [
  'units',
  'attempts',
  'verdicts',
  'calls',
  'candidates',
  'cases',
  'contexts',
] as const satisfies readonly RunTable[]

/** The row, or what is wrong with it. */
export function parseRow<T extends RunTable>(
  table: T,
  value: unknown,
): { readonly row: RunTables[T] } | { readonly problem: string } {
  const parsed = rowSchemas[table].safeParse(value)
  return parsed.success ? { row: parsed.data } : { problem: problemOf(parsed.error) }
}

export function problemOf({ issues }: ZodIssues): string {
  const issue = issues[0]
  if (issue === undefined) return 'it does not follow its schema'
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`
}
