import type { ResultRow } from '@assay/contracts/hub'
import { ok } from '@assay/core'
import { pageResults, readResult, type ListedResult } from '@assay/storage/clickhouse'
import {
  countComments,
  countLabels,
  decodeNumberCursor,
  encodeCursor,
  hideResult,
  listHiddenResults,
  showResult,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { actorOf, type Handlers } from '../hub.ts'
import { exportResults } from '../evaluations/export-results.ts'
import { findEvaluation, findFigures } from '../evaluations/find-evaluation.ts'
import { publishEvaluation } from '../evaluations/publish-evaluation.ts'
import { readCasesOfRun, readPassagesOfRun } from '../evaluations/read-cases-of-run.ts'
import { resultsOf } from '../evaluations/read-summary.ts'
import { notThere } from '../http/answer-endpoint.ts'

export const resultHandlers: Handlers<'listResults' | 'getResult' | 'hideResult' | 'exportResults'> = {
  async listResults({ params, query: { limit, cursor, hidden = false, ...filter } }, { control, hub }) {
    const run = await findFigures(control, params)
    if (!run.ok) return run
    const after = cursor === undefined ? ok(-1) : decodeNumberCursor(cursor)
    if (!after.ok) return after
    const of = resultsOf(run.value)
    const hiddenIds = [...(await listHiddenResults(control, run.value.id)).keys()]
    const asked = hidden ? { ...filter, caseIds: hiddenIds } : { ...filter, exceptCaseIds: hiddenIds }
    const { page: found, total } = await pageResults(hub.facts, of, asked, {
      after: after.value,
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const next = found.length > limit && last !== undefined ? encodeCursor([last.position]) : null
    return ok({ items: await toRows(control, params, { page, hidden }), next, total })
  },

  async getResult({ params }, { control, hub }) {
    const run = await findFigures(control, params)
    if (!run.ok) return run
    const { caseId } = params
    const place = { projectId: run.value.projectId, runId: run.value.id }
    const [result, cases, hidden] = await Promise.all([
      readResult(hub.facts, resultsOf(run.value), caseId),
      readCasesOfRun(hub, place, [caseId]),
      listHiddenResults(control, run.value.id),
    ])
    const found = cases.get(caseId)
    if (result === null || found === undefined) return notThere(caseId)
    const references = await readPassagesOfRun(hub, place, found.testCase.referenceContexts)
    return ok({
      result: result.result,
      testCase: found.testCase,
      references,
      attempts: found.attempts.map(({ attempt, verdicts }) => ({ attempt, verdicts: [...verdicts] })),
      hidden: hidden.get(caseId) ?? null,
    })
  },

  async hideResult({ params, body: { hidden, reason } }, context) {
    const { control, hub, at } = context
    const run = await findFigures(control, params)
    if (!run.ok) return run
    const { id } = run.value
    const { caseId } = params
    if ((await readResult(hub.facts, resultsOf(run.value), caseId)) === null) return notThere(caseId)
    const before = (await listHiddenResults(control, id)).get(caseId) ?? null
    if (hidden) await hideResult(control, { evaluationId: id, caseId, by: actorOf(context).id, at, reason })
    else await showResult(control, id, caseId)
    context.audit({
      kind: 'result',
      id: `${id}/${caseId}`,
      before: { hidden: before !== null, reason: before?.reason ?? '' },
      after: { hidden, reason },
    })
    context.afterCommit(() => publishEvaluation(hub, id))
    return ok({ hidden })
  },

  async exportResults({ params, query: { format } }, { control, hub }) {
    const evaluation = await findEvaluation(control, params)
    if (!evaluation.ok) return evaluation
    const run = await findFigures(control, params)
    if (!run.ok) return run
    return ok(exportResults(hub, evaluation.value, { of: resultsOf(run.value), format }))
  },
}

/** With how many labels and comments each has. */
async function toRows(
  control: ControlDatabase,
  { projectId, evaluationId }: { readonly projectId: string; readonly evaluationId: string },
  { page, hidden }: { readonly page: readonly ListedResult[]; readonly hidden: boolean },
): Promise<ResultRow[]> {
  const ids = page.map(({ result }) => result.caseId)
  const subject = (caseId: string): string => `${evaluationId}/${caseId}`
  const comments = await countComments(control, projectId, 'result', ids.map(subject))
  const labels = await countLabels(control, evaluationId, ids)
  return page.map(({ result, question, answer }) => ({
    result,
    question,
    answer,
    labels: labels.get(result.caseId) ?? 0,
    comments: comments.get(subject(result.caseId)) ?? 0,
    hidden,
  }))
}
