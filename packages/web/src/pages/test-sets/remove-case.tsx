import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import type { CaseSearch } from './case-filter.ts'
import type { CasePlace } from './case-place.ts'
import { useCaseChanges } from './use-case-changes.ts'

/** Takes the case out of the test set; earlier versions keep it, and it can be had back. */
export function RemoveCase({
  projectId,
  testSetId,
  caseId,
  search,
}: CasePlace & { readonly search: CaseSearch }): ReactElement {
  const navigate = useNavigate()
  const changes = useCaseChanges({
    projectId,
    testSetId,
    onDone: () =>
      void navigate({
        to: '/projects/$projectId/test-sets/$testSetId',
        params: { projectId, testSetId },
        search,
        ignoreBlocker: true,
      }),
  })
  return (
    <Button
      variant="default"
      loading={changes.isRunning}
      onClick={() => changes.run([caseId], { do: 'remove' })}
    >
      {t.testSets.removeCase}
    </Button>
  )
}
