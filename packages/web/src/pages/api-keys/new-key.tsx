import { rightSchema, type Right } from '@assay/contracts/hub'
import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHub } from '../../api/use-hub.ts'
import { useMe, useOrganisationRight } from '../../api/use-me.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'

interface NewKeyProps {
  readonly onClose: () => void
  readonly onMade: (secret: string) => void
}

const endings = [30, 90, 365] as const
const pointers = ['/name', '/rights']

/** What a key may do, where, and for how long. */
export function NewKey({ onClose, onMade }: NewKeyProps): ReactElement {
  const [name, setName] = useState('')
  const [ownerId, setOwnerId] = useState('')
  const [projectId, setProjectId] = useState('')
  const [days, setDays] = useState('90')
  const [rights, setRights] = useState<readonly Right[]>(['read', 'review', 'edit', 'run'])
  const create = useHubAction('createApiKey', {
    refreshes: ['listApiKeys'],
    onDone: ({ secret }) => {
      onClose()
      onMade(secret)
    },
  })
  const submit = () =>
    create.run({
      body: {
        name,
        ...(ownerId === '' ? {} : { ownerId }),
        projectId: projectId || null,
        rights: [...rights],
        expiresInDays: days === '' ? null : Number(days),
      },
    })
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.apiKeys.createTitle}
      submit={t.apiKeys.createSubmit}
      isRunning={create.isRunning}
      onSubmit={submit}
    >
      <TextInput
        label={t.apiKeys.name}
        placeholder={t.apiKeys.namePlaceholder}
        required
        maxLength={120}
        data-autofocus
        value={name}
        error={create.problemOf('/name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <OwnerSelect value={ownerId} onChange={setOwnerId} />
      <ProjectSelect value={projectId} onChange={setProjectId} />
      <RightChoice value={rights} onChange={setRights} problem={create.problemOf('/rights')} />
      <EndSelect value={days} onChange={setDays} />
      <ChangeProblem change={create} fields={pointers} />
    </FormDialog>
  )
}

interface ChoiceProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

function ProjectSelect({ value, onChange }: ChoiceProps): ReactElement {
  const { projects } = useMe()
  return (
    <NativeSelect
      label={t.apiKeys.projects}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t.apiKeys.allProjects },
        ...projects.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

/** In days; empty: never. */
function EndSelect({ value, onChange }: ChoiceProps): ReactElement {
  return (
    <NativeSelect
      label={t.apiKeys.endsAfter}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...endings.map((count) => ({ value: String(count), label: t.apiKeys.days(count) })),
        { value: '', label: t.apiKeys.never },
      ]}
    />
  )
}

/** Whoever administers the hub makes keys for its programs. */
function OwnerSelect({ value, onChange }: ChoiceProps): ReactElement | null {
  return useOrganisationRight('administer') ? <ProgramSelect value={value} onChange={onChange} /> : null
}

function ProgramSelect({ value, onChange }: ChoiceProps): ReactElement | null {
  const people = useHub('listPeople', { query: { limit: 500 } })
  const programs = people.data?.items.filter(({ kind, disabled }) => kind === 'service' && !disabled) ?? []
  if (programs.length === 0) return null
  return (
    <NativeSelect
      label={t.apiKeys.owner}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t.apiKeys.myself },
        ...programs.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

interface RightChoiceProps {
  readonly value: readonly Right[]
  readonly onChange: (rights: readonly Right[]) => void
  readonly problem: string | undefined
}

function RightChoice({ value, onChange, problem }: RightChoiceProps): ReactElement {
  return (
    <Checkbox.Group
      label={t.apiKeys.rights}
      error={problem}
      value={[...value]}
      onChange={(next) => onChange(rightSchema.array().parse(next))}
    >
      <Stack gap={4} mt={4}>
        {rightSchema.options.map((right) => (
          <Checkbox
            key={right}
            value={right}
            label={t.apiKeys.rightNames[right]}
            description={t.apiKeys.rightHints[right]}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
