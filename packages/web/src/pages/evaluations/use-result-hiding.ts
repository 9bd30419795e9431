import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callHub } from '../../api/call-hub.ts'
import { refresh } from '../../api/refresh.ts'
import { showDone, showProblem, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'

interface Hiding {
  readonly hidden: boolean
  readonly reason: string
}

/** Hides results from the list, or shows them again, one after another; what was hidden can be taken back. */
export function useResultHiding({ projectId, evaluationId }: EvaluationPlace) {
  const client = useQueryClient()
  const [isRunning, setRunning] = useState(false)
  const set = async (caseIds: readonly string[], body: Hiding): Promise<void> => {
    setRunning(true)
    try {
      for (const caseId of caseIds) await callHub('hideResult', { projectId, evaluationId, caseId, body })
      const words = t.evaluations.results
      if (body.hidden)
        showUndo(words.didHide(caseIds.length), () => void set(caseIds, { hidden: false, reason: '' }))
      else showDone(words.didShow(caseIds.length))
    } catch (error) {
      showProblem(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setRunning(false)
      await refresh(client, ['listResults', 'getResult', 'getEvaluation'])
    }
  }
  return { set, isRunning }
}
