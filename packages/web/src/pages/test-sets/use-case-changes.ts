import type { HubInput } from '../../api/hub-types.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showDone, showProblem, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { caseReadings } from './case-readings.ts'
import { useUndoCases } from './use-undo-cases.ts'

export type CaseAction = HubInput<'changeCases'>['body']['action']

export interface CaseChanges {
  readonly run: (ids: readonly string[], action: CaseAction) => void
  readonly isRunning: boolean
}

interface CaseChangesOptions {
  readonly projectId: string
  readonly testSetId: string
  readonly onDone: () => void
}

/** Changes many cases at once; each change can be taken back while nobody changed the test set since. */
export function useCaseChanges({ projectId, testSetId, onDone }: CaseChangesOptions): CaseChanges {
  const undo = useUndoCases(projectId, testSetId)
  const change = useHubAction('changeCases', {
    refreshes: caseReadings,
    onFailed: showProblem,
    onDone: (answer, { body }) => {
      onDone()
      if (answer.changed === 0) showDone(t.testSets.nothingChanged)
      else showUndo(t.testSets.done[body.action.do](answer.changed), () => void undo(answer))
    },
  })
  return {
    isRunning: change.isRunning,
    run: (ids, action) => change.run({ projectId, testSetId, body: { ids: [...ids], action } }),
  }
}
