import type { Evaluation } from '@assay/contracts/hub'
import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange } from '../../api/use-hub-change.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'

interface RenameEvaluationProps {
  readonly evaluation: Evaluation
  readonly onClose: () => void
}

export function RenameEvaluation({ evaluation, onClose }: RenameEvaluationProps): ReactElement {
  const [opened] = useState(evaluation)
  const [name, setName] = useState(opened.name)
  const client = useQueryClient()
  const place = { projectId: opened.projectId, evaluationId: opened.id }
  const change = useHubChange('changeEvaluation', {
    refreshes: ['getEvaluation', 'listEvaluations'],
    readRevision: async () =>
      (await client.fetchQuery({ ...hubQuery('getEvaluation', place), staleTime: 0 })).evaluation.revision,
    onDone: onClose,
    onTheirs: onClose,
  })
  const words = t.evaluations.do
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={words.renameTitle}
      submit={words.save}
      isRunning={change.isRunning}
      onSubmit={() => change.run({ ...place, body: { name } }, opened.revision)}
    >
      <TextInput
        label={words.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={change.problemOf('/name')}
        data-autofocus
        required
      />
      <ChangeProblem change={change} fields={['/name']} />
    </FormDialog>
  )
}
