import type { HubTestSet } from '@assay/contracts/hub'
import { useHubAction } from '../../api/use-hub-action.ts'
import { showProblem, showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { caseReadings } from './case-readings.ts'

interface Restoring {
  readonly run: (version: number) => void
  readonly isRunning: boolean
}

/** Goes back to an earlier version, as a new one; the version before can be had back. */
export function useRestoreTestSet({ projectId, id: testSetId, version: before }: HubTestSet): Restoring {
  const restore = useHubAction('restoreTestSet', {
    refreshes: caseReadings,
    onFailed: showProblem,
    onDone: (after, { body }) =>
      showUndo(t.testSets.restored(body.version, after.version), () =>
        restore.run({ projectId, testSetId, body: { version: before } }),
      ),
  })
  return {
    isRunning: restore.isRunning,
    run: (version) => restore.run({ projectId, testSetId, body: { version } }),
  }
}
