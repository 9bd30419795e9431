import type { HubTestSet } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { useRestoreTestSet } from './use-restore-test-set.ts'

interface OldVersionNoteProps {
  readonly testSet: HubTestSet
  readonly version: number
}

/** Says that the list is not what the test set is now. */
export function OldVersionNote({ testSet, version }: OldVersionNoteProps): ReactElement {
  const { projectId, id: testSetId } = testSet
  const mayEdit = useProjectRight(projectId, 'edit')
  const restore = useRestoreTestSet(testSet)
  return (
    <p className="test-sets-note" role="status">
      <span>{t.testSets.oldVersion(version, testSet.version)}</span>
      <TextLink
        to="/projects/$projectId/test-sets/$testSetId"
        params={{ projectId, testSetId }}
        search={(before: object) => ({ ...before, version: undefined })}
      >
        {t.testSets.showCurrent}
      </TextLink>
      {mayEdit && version !== testSet.version && (
        <Button
          size="compact-sm"
          variant="default"
          loading={restore.isRunning}
          onClick={() => restore.run(version)}
        >
          {t.testSets.restoreThis}
        </Button>
      )}
    </p>
  )
}
