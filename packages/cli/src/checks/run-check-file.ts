import { checkCaseSchema, type CheckCase, type CheckVerdict } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { CheckPorts, PreparedCheck } from '@assay/core/checks'
import type { CommandContext } from '../command.ts'
import { formatCount, formatCounted } from '../render/format/format-figure.ts'
import type { TextSink, Workspace } from '../workspace.ts'

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
  const counts = new Map<CheckVerdict['outcome'], number>()
  const kept: CheckCase[] = []
  try {
    for await (const batch of readBatches(workspace, context, file)) {
      if (!batch.ok) return batch
      if (corpus) kept.push(...batch.value)
      const verdicts = await Promise.all(batch.value.map((each) => check.run(each, file.ports)))
      for (const { outcome } of verdicts) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
      await writeRows(sink, verdicts)
    }
    if (corpus && check.scoreCorpus !== null) await writeRows(sink, [check.scoreCorpus(kept)])
    await sink.commit()
  } finally {
    await sink.discard()
  }
  context.output.error(`${describeCounts(check, counts)}\n`)
  return ok(0)
}

const writeRows = (sink: TextSink, verdicts: readonly CheckVerdict[]): Promise<void> =>
  sink.write(verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''))

/** As many cases as may wait at once; the first bad row ends it, unless bad rows are skipped. */
async function* readBatches(
  workspace: Workspace,
  { output }: CommandContext,
  { from, concurrency, skipBadRows }: CheckFile,
): AsyncGenerator<Result<readonly CheckCase[]>> {
  const lines = await workspace.readLines(from)
  if (!lines.ok) return yield lines
  let [batch, number]: [CheckCase[], number] = [[], 0]
  for await (const line of lines.value) {
    number += 1
    if (line.trim() === '') continue
    const read = readCase(line, `${from === '-' ? 'standard input' : from}, line ${number}`, number)
    if (read.ok) batch.push(read.value)
    else if (skipBadRows) output.error(`left out: ${read.error.where ?? ''}\n`)
    else return yield read
    if (batch.length >= concurrency) {
      yield ok(batch)
      batch = []
    }
  }
  if (batch.length > 0) yield ok(batch)
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
  return fail(
    createError('ASSAY-7012', { where: `${where}, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }),
  )
}

const outcomeOrder = ['pass', 'fail', 'not-judged', 'not-applicable', 'error'] as const
const outcomeWords = {
  pass: 'passed',
  fail: 'failed',
  'not-judged': 'not judged',
  'not-applicable': 'not applicable',
  error: 'broke',
}

/** "contains: 40 cases; 37 passed, 3 failed" */
function describeCounts(check: PreparedCheck, counts: ReadonlyMap<CheckVerdict['outcome'], number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const parts = outcomeOrder.flatMap((outcome) => {
    const count = counts.get(outcome) ?? 0
    return count === 0 ? [] : [`${formatCount(count)} ${outcomeWords[outcome]}`]
  })
  return [
    `${check.name}: ${formatCounted(total, 'case')}`,
    ...(parts.length === 0 ? [] : [parts.join(', ')]),
  ].join('; ')
}
