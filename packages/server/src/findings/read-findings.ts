import { createError, fail, ok, type Result } from '@assay/core'
import type { ReadFindings } from './found-findings.ts'
import { readGarak } from './read-garak.ts'
import { readGiskard } from './read-giskard.ts'
import { readPromptfoo } from './read-promptfoo.ts'

const readers = { garak: readGarak, promptfoo: readPromptfoo, giskard: readGiskard } as const

export interface FindingsFile {
  readonly format: keyof typeof readers
  readonly text: string
  /** For messages. */
  readonly name: string
}

/** More findings of one file are nobody's to read. */
const maxFindings = 2_000
const shownSkips = 100

/** Findings of a file of another tool. Fails with ASSAY-9006 where nothing in it is what the tool writes. */
export function readFindings({ format, text, name }: FindingsFile): Result<ReadFindings> {
  if (/^\s*</.test(text))
    return fail(
      createError('ASSAY-9006', {
        where: 'text',
        message: `${name} is a page, not data`,
        fix: fixes[format],
      }),
    )
  const read = readers[format](text)
  if (!read.ok) return fail({ ...read.error, where: name, fix: fixes[format] })
  const { findings, skipped } = read.value
  const more = findings.length - maxFindings
  const all = more > 0 ? [...skipped, `${more} findings behind the first ${maxFindings}`] : skipped
  return ok({ findings: findings.slice(0, maxFindings), skipped: cutSkips(all) })
}

const fixes = {
  garak: 'send the report of the run: garak.….report.jsonl',
  promptfoo: 'send the results as JSON: promptfoo export eval latest -o results.json',
  giskard: 'send the scan as JSON: report.to_json("scan.json")',
} as const

const cutSkips = (skipped: readonly string[]): readonly string[] =>
  skipped.length <= shownSkips
    ? skipped
    : [...skipped.slice(0, shownSkips - 1), `and ${skipped.length - shownSkips + 1} more`]
