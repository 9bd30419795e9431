import { useQueryClient } from '@tanstack/react-query'
import { hubQuery } from '../../api/hub-query.ts'
import type { HubAnswer } from '../../api/hub-types.ts'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { caseReadings } from './case-readings.ts'

/** The version that was made, and the one to go back to; of another set too, where cases went there. */
type Done = Pick<HubAnswer<'changeCases'>, 'version' | 'before' | 'to'>

/** Takes back what was done here, and in the other set where cases were moved or copied. */
export function useUndoCases(projectId: string, testSetId: string) {
  const client = useQueryClient()
  const restore = useHubAction('restoreTestSet', { refreshes: caseReadings, onFailed: showProblem })
  const isAsLeft = async (id: string, version: number): Promise<boolean> => {
    const query = hubQuery('getTestSet', { projectId, testSetId: id })
    return (await client.fetchQuery({ ...query, staleTime: 0 })).version === version
  }
  return async ({ version, before, to }: Done): Promise<void> => {
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
