import { findingSchema, type Finding } from '@assay/contracts/hub'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'

interface NewFindingProps {
  readonly projectId: string
  readonly onClose: () => void
}

const { severity: severities, kind: kinds } = findingSchema.shape

type NewBody = Pick<Finding, 'title' | 'description' | 'severity' | 'kind'>

/** Writes a finding down and opens it. */
export function NewFinding({ projectId, onClose }: NewFindingProps): ReactElement {
  const navigate = useNavigate()
  const [body, setBody] = useState<NewBody>({
    title: '',
    description: '',
    severity: 'major',
    kind: 'quality',
  })
  const set = (change: Partial<NewBody>) => setBody((before) => ({ ...before, ...change }))
  const create = useHubAction('createFinding', {
    refreshes: ['listFindings', 'listStandings'],
    onDone: ({ id: findingId }) =>
      void navigate({ to: '/projects/$projectId/findings/$findingId', params: { projectId, findingId } }),
  })
  const words = t.findings.add
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={words.title}
      submit={words.submit}
      isRunning={create.isRunning}
      onSubmit={() => create.run({ projectId, body })}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        maxLength={120}
        data-autofocus
        value={body.title}
        error={create.problemOf('/title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <KindFields body={body} set={set} />
      <Textarea
        label={words.description}
        description={words.descriptionHint}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        value={body.description}
        error={create.problemOf('/description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <ChangeProblem change={create} fields={['/title', '/description']} />
    </FormDialog>
  )
}

interface KindFieldsProps {
  readonly body: NewBody
  readonly set: (change: Partial<NewBody>) => void
}

function KindFields({ body, set }: KindFieldsProps): ReactElement {
  return (
    <>
      <NativeSelect
        label={t.findings.list.severity}
        value={body.severity}
        data={severities.options.map((value) => ({ value, label: t.findings.severities[value] }))}
        onChange={(event) => set({ severity: severities.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t.findings.list.kind}
        value={body.kind}
        data={kinds.options.map((value) => ({ value, label: t.findings.kinds[value] }))}
        onChange={(event) => set({ kind: kinds.parse(event.currentTarget.value) })}
      />
    </>
  )
}
