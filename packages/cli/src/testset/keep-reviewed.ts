import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { isKeptCase, mergeTestSets } from '@assay/core/testsets'
import { parseTestSet } from '@assay/core/testsets/format'
import { switchOption } from '../options/option-schemas.ts'
import type { Workspace } from '../workspace.ts'

/** For commands that write a whole test set where one may be. */
export const overwriteOptions = {
  merge: switchOption('Keep the cases that people reviewed or wrote; replace the others'),
  force: switchOption('Replace the file, reviewed cases too'),
} as const

export interface OverwriteChoice {
  readonly merge: boolean
  readonly force: boolean
}

/** What is kept of the file that is there: nothing where there is none, or with --force. Fails with ASSAY-3009 where neither was chosen. */
export async function readKeptCases(
  workspace: Workspace,
  file: string,
  { merge, force }: OverwriteChoice,
): Promise<Result<readonly TestCase[]>> {
  const text = force ? null : await workspace.readText(file)
  if (text === null) return ok([])
  const parsed = parseTestSet(text, file)
  if (!parsed.ok) return parsed
  const kept = parsed.value.filter(isKeptCase)
  if (kept.length === 0 || merge) return ok(kept)
  const so = `${kept.length} of its ${parsed.value.length} cases were reviewed or written by people; nothing was changed`
  return fail(createError('ASSAY-3009', { where: file, so }))
}

/** "kept 12 reviewed cases, left out 3 that ask the same" */
export function mergeKept(kept: readonly TestCase[], fresh: readonly TestCase[]) {
  const merged = mergeTestSets(kept, fresh)
  const note =
    merged.kept === 0
      ? []
      : [
          `  kept      ${merged.kept} reviewed or written by people; ${merged.dropped} new ones ask the same and were left out`,
        ]
  return { cases: merged.cases, note }
}
