import { describeJudge } from '@assay/core/wording'
import { evaluationConfigurationSchema } from '@assay/contracts'
import type { EvaluationDetail } from '@assay/contracts/hub'
import { ok } from '@assay/core'
import { listEvaluations, updateEvaluation, type EvaluationRun } from '@assay/storage/postgres'
import type { Handlers } from '../hub.ts'
import { placeInQueue } from '../jobs/place-in-queue.ts'
import { controlEvaluation } from '../evaluations/control-evaluation.ts'
import { describeReproduction } from '../evaluations/describe-reproduction.ts'
import { findEvaluation, findEvaluationRun } from '../evaluations/find-evaluation.ts'
import { publishEvaluation } from '../evaluations/publish-evaluation.ts'
import { startEvaluation } from '../evaluations/start-evaluation.ts'

type EvaluationEndpoint =
  | 'listEvaluations'
  | 'startEvaluation'
  | 'getEvaluation'
  | 'changeEvaluation'
  | 'controlEvaluation'

const listedMs = 90 * 24 * 60 * 60 * 1000

export const evaluationHandlers: Handlers<EvaluationEndpoint> = {
  async listEvaluations({ params, query }, { control, hub }) {
    // A list without an end takes in what began a moment ago on another clock.
    const to = query.to ?? new Date(hub.clock.now() + 60_000).toISOString()
    const from = query.from ?? new Date(Date.parse(to) - listedMs).toISOString()
    const listed = await listEvaluations(control, { ...query, projectId: params.projectId, from, to })
    return listed.ok ? ok({ ...listed.value, items: await placeInQueue(hub, listed.value.items) }) : listed
  },
  async startEvaluation({ params, body }, context) {
    const made = await startEvaluation(context, params.projectId, body)
    if (made.ok) context.audit({ kind: 'evaluation', id: made.value.id, name: made.value.name, after: body })
    return made
  },
  async getEvaluation({ params }, { control, hub }) {
    const evaluation = await findEvaluation(control, params)
    if (!evaluation.ok) return evaluation
    const run = await findEvaluationRun(control, params)
    if (!run.ok) return run
    const [placed = evaluation.value] = await placeInQueue(hub, [evaluation.value])
    return ok({ evaluation: placed, ...describe(run.value) })
  },
  async changeEvaluation({ params, body }, context) {
    const { control, hub, at, revision } = context
    const before = await findEvaluation(control, params)
    if (!before.ok) return before
    const { id, name } = before.value
    const changed = await updateEvaluation(control, { id, at, revision: revision ?? 0, ...body })
    if (!changed.ok) return changed
    context.audit({ kind: 'evaluation', id, name, before: before.value, after: changed.value })
    context.afterCommit(() => publishEvaluation(hub, id))
    return changed
  },
  async controlEvaluation({ params, body }, context) {
    const before = await findEvaluation(context.control, params)
    if (!before.ok) return before
    const { id, name, status } = before.value
    const done = await controlEvaluation(context, before.value, body.do)
    if (done.ok)
      context.audit({
        kind: 'evaluation',
        id,
        name,
        before: { status },
        after: { status: done.value.status, do: body.do },
      })
    return done
  },
}

function describe({ manifest, summary }: EvaluationRun): Omit<EvaluationDetail, 'evaluation'> {
  return {
    summary,
    trust: summary === null ? describeUnknown(manifest) : describeJudge(summary),
    manifest,
    reproduce: manifest === null ? '' : describeReproduction(manifest),
  }
}

/** Before anything is judged. */
function describeUnknown(manifest: EvaluationRun['manifest']): string {
  if (manifest === null) return 'nothing was judged yet'
  const { judge } = evaluationConfigurationSchema.parse(manifest.configuration)
  return judge.kind === 'none'
    ? describeJudge({ judge: { ...judge, measured: null }, correction: null })
    : 'nothing was judged yet'
}
