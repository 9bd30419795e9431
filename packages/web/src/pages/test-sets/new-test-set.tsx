import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'
import { TestSetFields, testSetPointers, type TestSetWords } from './test-set-fields.tsx'

interface NewTestSetProps {
  readonly projectId: string
  readonly onClose: () => void
}

/** Makes a test set and opens it. */
export function NewTestSet({ projectId, onClose }: NewTestSetProps): ReactElement {
  const navigate = useNavigate()
  const [words, setWords] = useState<TestSetWords>({ name: '', description: '', tags: [] })
  const create = useHubAction('createTestSet', {
    refreshes: ['listTestSets'],
    onDone: ({ id: testSetId }) =>
      void navigate({
        to: '/projects/$projectId/test-sets/$testSetId',
        params: { projectId, testSetId },
      }),
  })
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.testSets.makeTitle}
      submit={t.testSets.makeSubmit}
      isRunning={create.isRunning}
      onSubmit={() => create.run({ projectId, body: words })}
    >
      <TestSetFields words={words} onChange={setWords} problemOf={create.problemOf} />
      <ChangeProblem change={create} fields={testSetPointers} />
    </FormDialog>
  )
}
