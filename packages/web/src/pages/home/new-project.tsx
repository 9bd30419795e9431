import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { riskClassSchema } from '@assay/contracts/hub'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import * as t from '../../texts/texts.ts'

interface NewProjectProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const pointers = ['/name', '/description', '/riskClass']

/** Asks for what a project cannot be without, and opens it. */
export function NewProject({ isOpen, onClose }: NewProjectProps): ReactElement {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t.home.createTitle}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      <NewProjectForm onClose={onClose} />
    </Modal>
  )
}

function NewProjectForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [riskClass, setRiskClass] = useState<keyof typeof t.projects.riskClasses>('unclassified')
  const create = useHubAction('createProject', {
    refreshes: ['getMe', 'listStandings', 'listProjects'],
    onDone: ({ id }) => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        create.run({ body: { name, description, riskClass } })
      }}
    >
      <Stack>
        <TextInput
          label={t.projects.name}
          placeholder={t.projects.namePlaceholder}
          required
          maxLength={120}
          data-autofocus
          value={name}
          error={create.problemOf('/name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t.projects.description}
          autosize
          minRows={2}
          maxLength={10_000}
          value={description}
          error={create.problemOf('/description')}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <NativeSelect
          label={t.projects.riskClass}
          description={t.projects.riskClassHint}
          value={riskClass}
          error={create.problemOf('/riskClass')}
          onChange={(event) => setRiskClass(riskClassSchema.parse(event.currentTarget.value))}
          data={riskClassSchema.options.map((value) => ({ value, label: t.projects.riskClasses[value] }))}
        />
        <ChangeProblem change={create} fields={pointers} />
        <Group>
          <Button type="submit" loading={create.isRunning}>
            {t.home.create}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t.home.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
