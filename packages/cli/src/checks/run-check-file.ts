import type * as z from 'zod'
import { checkCaseSchema, type AssayError, type CheckCase, type CheckVerdict } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { CheckPorts, PreparedCheck } from '@assay/core/checks'
import { formatCount, formatCounted } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import type { TextSink, Workspace } from '../workspace.ts'
import { takeTurns } from './take-turns.ts'

export interface CheckFile {
  readonly check: PreparedCheck
  readonly ports: CheckPorts
  /** Paths, or `-` for standard input and output. */
  readonly from: string
  readonly to: string
  /** Adds the corpus score as the last row. */
  readonly corpus: boolean
  /** Cases at once. Rows come out in the order they went in. */
  readonly concurrency: number
  readonly skipBadRows: boolean
}

/** Rows in, verdicts out, as a stream: memory does not grow with the file, but for a corpus score. */
export async function runCheckFile(
  workspace: Workspace,
  context: CommandContext,
  file: CheckFile,
): Promise<Result<number>> {
  const { check, corpus } = file
  const { run } = takeTurns(check)
  if (corpus && check.scoreCorpus === null)
    return fail(
      createError('ASSAY-7011', {
        where: `${check.id} --corpus`,
        message: 'This check has no corpus score',
        fix: 'leave --corpus out',
      }),
    )
  const opened = await workspace.openText(file.to)
  if (!opened.ok) return opened
  const sink = opened.value
  const tally: Tally = { counts: new Map(), leftOut: 0, firstError: null }
  const kept: CheckCase[] = []
  try {
    for await (const batch of readBatches(workspace, context, file)) {
      if (!batch.ok) return batch
      const { cases, leftOut } = batch.value
      tally.leftOut += leftOut
      if (corpus) kept.push(...cases)
      const judging = Promise.all(cases.map((each) => run(each, file.ports)))
      const verdicts = await untilStopped(judging, context.signal)
      if (verdicts === null) return fail(interrupted(tally))
      count(tally, verdicts)
      await writeRows(sink, verdicts)
    }
    if (totalOf(tally) === 0) return failEmpty(file, tally)
    if (corpus && check.scoreCorpus !== null) await writeRows(sink, [check.scoreCorpus(kept)])
    await sink.commit()
  } finally {
    await sink.discard()
  }
  context.output.error(`${describeCounts(check, tally)}\n`)
  const broke = findWhyNothingWasJudged(tally)
  return broke === null ? ok(0) : fail(broke)
}

interface Tally {
  readonly counts: Map<CheckVerdict['outcome'], number>
  /** Rows that could not be read. */
  leftOut: number
  firstError: AssayError | null
}

function count(tally: Tally, verdicts: readonly CheckVerdict[]): void {
  for (const { outcome, error } of verdicts) {
    tally.counts.set(outcome, (tally.counts.get(outcome) ?? 0) + 1)
    tally.firstError ??= error
  }
}

/** `null`: told to stop first. Nothing here is worth waiting for: a file of verdicts is whole or none. */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const { promise: stopped, resolve } = Promise.withResolvers<null>()
  const stop = (): void => resolve(null)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([stopped, work])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

const interrupted = (tally: Tally): AssayError =>
  createError('ASSAY-6006', {
    where: `after ${formatCounted(totalOf(tally), 'case')}`,
    fix: 'start it again; it goes through all cases anew',
  })

const totalOf = ({ counts }: Tally): number => [...counts.values()].reduce((sum, each) => sum + each, 0)

const nameOf = ({ from }: CheckFile): string => (from === '-' ? 'standard input' : from)

const failEmpty = (file: CheckFile, { leftOut }: Tally): Result<never> =>
  fail(
    createError('ASSAY-7012', {
      where: nameOf(file),
      message:
        leftOut === 0
          ? 'There is no case to check'
          : `There is no case to check: none of ${formatCounted(leftOut, 'row')} could be read`,
      fix: 'write one JSON object a line; `assay check run --help` names the keys',
    }),
  )

/** Why the check broke, where it broke in every case it applies to. */
function findWhyNothingWasJudged({ counts, firstError }: Tally): AssayError | null {
  const judged = (['pass', 'fail', 'not-judged'] as const).some((outcome) => counts.has(outcome))
  if (judged || firstError === null) return null
  return {
    ...firstError,
    so: `it broke in ${formatCounted(counts.get('error') ?? 0, 'case')}; none was judged`,
  }
}

const writeRows = (sink: TextSink, verdicts: readonly CheckVerdict[]): Promise<void> =>
  sink.write(verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''))

interface Batch {
  readonly cases: readonly CheckCase[]
  /** Rows that could not be read. */
  readonly leftOut: number
}

/** As many cases as may wait at once; the first bad row ends it, unless bad rows are skipped. */
async function* readBatches(
  workspace: Workspace,
  { output }: CommandContext,
  file: CheckFile,
): AsyncGenerator<Result<Batch>> {
  const lines = await workspace.readLines(file.from)
  if (!lines.ok) return yield lines
  let [cases, leftOut, number]: [CheckCase[], number, number] = [[], 0, 0]
  for await (const line of lines.value) {
    number += 1
    if (line.trim() === '') continue
    const read = readCase(line, `${nameOf(file)}, line ${number}`, number)
    if (read.ok) cases.push(read.value)
    else if (file.skipBadRows) {
      leftOut += 1
      output.error(`left out: ${read.error.where ?? ''}\n`)
    } else {
      // What was read before it is judged all the same.
      if (cases.length > 0) yield ok({ cases, leftOut })
      return yield read
    }
    if (cases.length >= file.concurrency) {
      yield ok({ cases, leftOut })
      ;[cases, leftOut] = [[], 0]
    }
  }
  if (cases.length + leftOut > 0) yield ok({ cases, leftOut })
}

/** A case without an id gets the number of its line. */
function readCase(line: string, where: string, number: number): Result<CheckCase> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return fail(
      createError('ASSAY-7012', { where: `${where}: ${error instanceof Error ? error.message : 'no JSON'}` }),
    )
  }
  const parsed = checkCaseSchema.safeParse(value)
  if (parsed.success) return ok({ ...parsed.data, id: parsed.data.id ?? String(number) })
  const [issue] = parsed.error.issues
  const key = issue?.path.join('.') ?? ''
  return fail(
    createError('ASSAY-7012', {
      where: key === '' ? `${where}: no JSON object` : `${where}, ${key}: ${describeIssue(issue)}`,
    }),
  )
}

/** A value that may have several forms and has none of them has no message of its own. */
const describeIssue = (issue: z.core.$ZodIssue | undefined): string =>
  issue === undefined || issue.code === 'invalid_union'
    ? 'no form this key may have'
    : issue.message.replace(/^Invalid input: /, '')

const outcomeOrder = ['pass', 'fail', 'not-judged', 'not-applicable', 'error'] as const
const outcomeWords = {
  pass: 'passed',
  fail: 'failed',
  'not-judged': 'not judged',
  'not-applicable': 'not applicable',
  error: 'broke',
}

/** "contains: 40 cases; 37 passed, 3 failed; 2 rows left out" */
function describeCounts(check: PreparedCheck, tally: Tally): string {
  const parts = outcomeOrder.flatMap((outcome) => {
    const found = tally.counts.get(outcome) ?? 0
    return found === 0 ? [] : [`${formatCount(found)} ${outcomeWords[outcome]}`]
  })
  return [
    `${check.name}: ${formatCounted(totalOf(tally), 'case')}`,
    parts.join(', '),
    ...(tally.leftOut === 0 ? [] : [`${formatCounted(tally.leftOut, 'row')} left out`]),
  ].join('; ')
}
