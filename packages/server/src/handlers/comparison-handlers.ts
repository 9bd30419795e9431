import type { Handlers } from '../hub.ts'
import { compareEvaluations } from '../evaluations/compare-evaluations.ts'
import { findEvaluation } from '../evaluations/find-evaluation.ts'

export const comparisonHandlers: Handlers<'compareEvaluations'> = {
  async compareEvaluations({ params: { projectId }, query: { a, b, margin } }, { hub, control }) {
    for (const evaluationId of [a, b]) {
      const found = await findEvaluation(control, { projectId, evaluationId })
      if (!found.ok) return found
    }
    return compareEvaluations(hub, { a, b, margin })
  },
}
