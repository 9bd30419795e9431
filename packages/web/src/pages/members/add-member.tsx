import type { Role } from '@assay/contracts/hub'
import { Select } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useHub } from '../../api/use-hub.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RoleSelect } from '../../components/role-select.tsx'
import * as t from '../../texts/texts.ts'

interface AddMemberProps {
  readonly projectId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Gives somebody of the hub a role in the project. */
export function AddMember({ projectId, isOpen, onClose }: AddMemberProps): ReactElement {
  const [personId, setPersonId] = useState<string | null>(null)
  const [role, setRole] = useState<Role>('reviewer')
  const people = useHub('listPeople', { query: { limit: 500 } })
  const add = useHubAction('setMember', { refreshes: ['listMembers'], onDone: onClose })
  return (
    <FormDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t.members.addTitle}
      submit={t.members.addSubmit}
      isRunning={add.isRunning}
      onSubmit={() => {
        if (personId !== null) add.run({ projectId, personId, body: { role } })
      }}
    >
      <Select
        label={t.members.addPerson}
        required
        searchable
        nothingFoundMessage={t.members.noneFound}
        value={personId}
        onChange={setPersonId}
        data={(people.data?.items ?? [])
          .filter(({ disabled }) => !disabled)
          .map(({ id, name, email }) => ({ value: id, label: email === null ? name : `${name} (${email})` }))}
      />
      <RoleSelect label={t.members.role} value={role} onChange={(next) => setRole(next ?? role)} />
      <ProblemNote error={people.error} />
      <ChangeProblem change={add} />
    </FormDialog>
  )
}
