import type { HubTestSet } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange } from '../../api/use-hub-change.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { showDone, showProblem } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { TestSetFields, testSetPointers, type TestSetWords } from './test-set-fields.tsx'
import { useArchiveTestSet } from './use-archive-test-set.ts'

interface EditTestSetProps {
  readonly testSet: HubTestSet
  readonly onClose: () => void
}

/** Renames, describes or archives a test set. */
export function EditTestSet({ testSet: current, onClose }: EditTestSetProps): ReactElement {
  const [testSet] = useState(current)
  const [words, setWords] = useState<TestSetWords>(() => ({
    name: current.name,
    description: current.description,
    tags: current.tags,
  }))
  const { projectId, id: testSetId } = testSet
  const client = useQueryClient()
  const archive = useArchiveTestSet(current, showProblem)
  const change = useHubChange('changeTestSet', {
    readRevision: async () =>
      (await client.fetchQuery({ ...hubQuery('getTestSet', { projectId, testSetId }), staleTime: 0 }))
        .revision,
    refreshes: ['listTestSets', 'getTestSet'],
    onDone: () => {
      showDone(t.testSets.saved)
      onClose()
    },
    onTheirs: onClose,
  })
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.testSets.editTitle}
      submit={t.testSets.save}
      isRunning={change.isRunning}
      onSubmit={() => change.run({ projectId, testSetId, body: words }, testSet.revision)}
    >
      <TestSetFields words={words} onChange={setWords} problemOf={change.problemOf} />
      <div>
        <Button
          variant="default"
          loading={archive.isRunning}
          onClick={() => {
            archive.toggle()
            onClose()
          }}
        >
          {current.archivedAt === null ? t.testSets.archive : t.testSets.unarchive}
        </Button>
      </div>
      <ChangeProblem change={change} fields={testSetPointers} />
    </FormDialog>
  )
}
