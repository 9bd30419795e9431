import type { Role } from '@assay/contracts/hub'
import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { RoleSelect } from '../../components/role-select.tsx'
import * as t from '../../texts/texts.ts'

/** Makes an account for a program. */
export function AddProgram({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role | null>(null)
  const create = useHubAction('createServiceAccount', { refreshes: ['listPeople'], onDone: onClose })
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.members.addProgramTitle}
      submit={t.members.addProgram}
      isRunning={create.isRunning}
      onSubmit={() => create.run({ body: { name, role } })}
    >
      <TextInput
        label={t.members.programName}
        placeholder={t.members.programPlaceholder}
        description={t.members.programHint}
        required
        maxLength={120}
        data-autofocus
        value={name}
        error={create.problemOf('/name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleSelect label={t.members.roleInHub} mayBeNone value={role} onChange={setRole} />
      <ChangeProblem change={create} fields={['/name']} />
    </FormDialog>
  )
}
