import { ok } from '@assay/core'
import { readEvaluation } from '@assay/storage/postgres'
import type { Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { readStandings } from '../reviews/standings.ts'

export const requirementHandlers: Handlers<'listRequirementStandings'> = {
  async listRequirementStandings({ params, query }, { hub, control }) {
    const evaluation = await readEvaluation(control, query.evaluationId)
    if (evaluation === null || evaluation.projectId !== params.projectId) return notThere(query.evaluationId)
    return ok({ items: await readStandings(hub, params.projectId, evaluation.id) })
  },
}
