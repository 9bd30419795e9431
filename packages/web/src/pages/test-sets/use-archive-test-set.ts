import type { HubTestSet } from '@assay/contracts/hub'
import { useHubAction, type HubAction } from '../../api/use-hub-action.ts'
import { showUndo } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

interface Archiving extends Pick<HubAction<'changeTestSet'>, 'isRunning'> {
  readonly toggle: () => void
}

/** Archives a test set or brings it back; both can be taken back. */
export function useArchiveTestSet(testSet: HubTestSet, onFailed: (error: Error) => void): Archiving {
  const { id: testSetId, projectId, name } = testSet
  const change = useHubAction('changeTestSet', {
    refreshes: ['listTestSets', 'getTestSet'],
    onFailed,
    onDone: ({ archivedAt, revision }) => {
      const isArchived = archivedAt !== null
      showUndo(isArchived ? t.testSets.archivedNow(name) : t.testSets.unarchivedNow(name), () =>
        change.run({ projectId, testSetId, body: { archived: !isArchived } }, revision),
      )
    },
  })
  return {
    isRunning: change.isRunning,
    toggle: () =>
      change.run({ projectId, testSetId, body: { archived: testSet.archivedAt === null } }, testSet.revision),
  }
}
