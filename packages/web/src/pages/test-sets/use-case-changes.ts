import { useQueryClient } from '@tanstack/react-query'
import type { HubAnswer, HubInput } from '../../api/hub-types.ts'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showDone, showProblem, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { caseReadings } from './case-readings.ts'

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
  const undo = useUndo(projectId, testSetId)
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

/** Takes back what was done here, and in the other set where cases were moved or copied. */
function useUndo(projectId: string, testSetId: string) {
  const client = useQueryClient()
  const restore = useHubAction('restoreTestSet', { refreshes: caseReadings, onFailed: showProblem })
  const isAsLeft = async (id: string, version: number): Promise<boolean> => {
    const query = hubQuery('getTestSet', { projectId, testSetId: id })
    return (await client.fetchQuery({ ...query, staleTime: 0 })).version === version
  }
  return async ({ version, before, to }: HubAnswer<'changeCases'>): Promise<void> => {
    const sets = [{ id: testSetId, version, before }, ...(to === null ? [] : [to])]
    try {
      const left = await Promise.all(sets.map((set) => isAsLeft(set.id, set.version)))
      if (left.includes(false)) {
        showDone(t.testSets.undoTooLate)
        return
      }
      // A copy changes the other set alone.
      const changed = sets.filter((set) => set.version !== set.before)
      const restored = await Promise.all(
        changed.map((set) =>
          restore.runAsync({ projectId, testSetId: set.id, body: { version: set.before } }),
        ),
      )
      const here = restored.find(({ id }) => id === testSetId) ?? restored[0]
      if (here !== undefined) showDone(t.testSets.undone(here.version))
    } catch {
      // The refusal was shown where it came up.
    }
  }
}
