import { createError, fail, ok, type Result, type RunTable } from '@assay/core'
import {
  parseRow,
  readRunLines,
  readRunProgress,
  type RunPlace,
  type SentRow,
} from '@assay/storage/clickhouse'
import {
  readEvaluation,
  readRunHead,
  saveProgress,
  setEvaluationStatus,
  type RunHead,
} from '@assay/storage/postgres'
import type { Handlers, HandlerContext, Hub } from '../hub.ts'
import { afterClosing } from '../evaluations/close-run.ts'
import { findEvaluation, isSame } from '../evaluations/find-evaluation.ts'
import { countLines } from '../evaluations/acknowledged-lines.ts'
import { announceRun } from '../evaluations/announce-run.ts'
import { publishEvaluation } from '../evaluations/publish-evaluation.ts'
import { forgetRun, takeRows } from '../evaluations/take-rows.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { InvalidRequest } from '../http/read-request.ts'

export const runHandlers: Handlers<'openRun' | 'appendRows' | 'closeRun' | 'readRows'> = {
  openRun: ({ params, body }, context) => announceRun(context, { ...params, ...body }),

  async appendRows({ params, body }, context) {
    const { hub } = context
    const head = await findHead(context, params)
    if (!head.ok) return head
    const place: RunPlace = {
      projectId: head.value.projectId,
      runId: params.runId.toLowerCase(),
      at: head.value.createdAt,
    }
    const { table, from } = body
    const rows = body.rows.map((row, index) => readRow({ table, line: from + index, index }, row))
    const taken = await takeRows(hub, place, { table, from, rows })
    if (!taken.ok) return taken
    if (table === 'units' && taken.value.taken > 0) await tellProgress(hub, place, head.value)
    return ok({ next: taken.value.next })
  },

  async closeRun({ params, body }, context) {
    const { hub, control, at } = context
    const before = await findEvaluation(control, { ...params, evaluationId: params.runId })
    if (!before.ok) return before
    const { id, name, status, testSet, repeats } = before.value
    const isSame = status === body.status
    if (!isSame) await setEvaluationStatus(control, { id, status: body.status, at, error: body.error })
    const closed = await findEvaluation(control, { ...params, evaluationId: id })
    if (!closed.ok) return closed
    context.audit({ kind: 'evaluation', id, name, before: { status }, after: { status: body.status } })
    // The answer is sent after what follows the commit: it carries the figures made there.
    const answer = { ...closed.value }
    context.afterCommit(async () => {
      forgetRun(hub.facts, id)
      await afterClosing(hub, id, testSet.cases * repeats)
      Object.assign(answer, await readEvaluation(hub.control, id))
    })
    return ok(answer)
  },

  async readRows({ params, query }, context) {
    const head = await findHead(context, params)
    if (!head.ok) return head
    const { [query.table]: end = 0 } = await countLines(context, params.runId)
    const run = { projectId: head.value.projectId, runId: params.runId }
    const range = { table: query.table, from: query.from, to: Math.min(end, query.from + query.limit) }
    return ok({
      file: { name: '', mediaType: 'application/x-ndjson', body: readJsonLines(context.hub, run, range) },
    })
  },
}

/** Fails with ASSAY-9003 where the project has no such run, or nobody announced it. */
async function findHead(
  { control }: Pick<HandlerContext, 'control'>,
  { projectId, runId }: { readonly projectId: string; readonly runId: string },
): Promise<Result<RunHead>> {
  const head = await readRunHead(control, runId)
  if (head === null || !isSame(head.projectId, projectId)) return notThere(runId)
  return head.areRowsRemoved ? fail(rowsAreRemoved(runId)) : ok(head)
}

/** Taken again they would be dropped as repetitions by the engine, which remembers what it once took. */
const rowsAreRemoved = (where: string) =>
  createError('ASSAY-9003', {
    message: 'The rows of this evaluation were removed: the project keeps rows only for so long',
    where,
    fix: 'its figures are still there; for rows, evaluate again',
  })

/** Throws `InvalidRequest` that names table and line. */
function readRow(
  { table, line, index }: { readonly table: RunTable; readonly line: number; readonly index: number },
  row: Readonly<Record<string, unknown>>,
): SentRow {
  const parsed = parseRow(table, row)
  if ('row' in parsed) return { json: JSON.stringify(row), row: parsed.row }
  throw new InvalidRequest([
    { pointer: `/rows/${index}`, message: `${table}, line ${line + 1}: ${parsed.problem}` },
  ])
}

/** Rows of a run that was closed mean that it goes on. */
async function tellProgress(hub: Hub, { projectId, runId }: RunPlace, { status }: RunHead): Promise<void> {
  await saveProgress(hub.control, runId, await readRunProgress(hub.facts, { projectId, runId }))
  if (status !== 'running')
    await setEvaluationStatus(hub.control, {
      id: runId,
      status: 'running',
      at: new Date(hub.clock.now()).toISOString(),
    })
  await publishEvaluation(hub, runId)
}

const readAtOnce = 500

async function* readJsonLines(
  { facts }: Pick<Hub, 'facts'>,
  run: { readonly projectId: string; readonly runId: string },
  { table, from, to }: { readonly table: RunTable; readonly from: number; readonly to: number },
): AsyncGenerator<string, undefined> {
  for (let line = from; line < to; line += readAtOnce) {
    const rows = await readRunLines(facts, run, { table, from: line, to: Math.min(to, line + readAtOnce) })
    yield `${rows.join('\n')}\n`
  }
}
