import type { Evaluation } from '@assay/contracts/hub'
import { useNavigate } from '@tanstack/react-router'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import type { ControlAction } from './actions-of.ts'

/** Stops an evaluation, goes on with it, or checks its answers again, which leads to the new one. */
export function useControl({ id: evaluationId, projectId }: Pick<Evaluation, 'id' | 'projectId'>) {
  const navigate = useNavigate()
  const control = useHubAction('controlEvaluation', {
    refreshes: ['getEvaluation', 'listEvaluations'],
    onDone: (answer, { body }) => {
      showDone(t.evaluations.do.started[body.do])
      if (answer.id !== evaluationId)
        void navigate({
          to: '/projects/$projectId/evaluations/$evaluationId',
          params: { projectId, evaluationId: answer.id },
        })
    },
  })
  const run = (action: ControlAction) => {
    control
      .runAsync({ projectId, evaluationId, body: { do: action } })
      .catch((error: unknown) => showProblem(error instanceof Error ? error : new Error(String(error))))
  }
  return { run, isRunning: control.isRunning }
}
