import { roleSchema, type Role } from '@assay/contracts/hub'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { useMe } from '../../api/use-me.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import * as t from '../../texts/texts.ts'

interface InvitePersonProps {
  readonly onClose: () => void
  readonly onInvited: (made: { readonly link: string; readonly email: string }) => void
}

/** Invites somebody to all projects, or to one. */
export function InvitePerson({ onClose, onInvited }: InvitePersonProps): ReactElement {
  const { projects } = useMe()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('reviewer')
  const [projectId, setProjectId] = useState('')
  const invite = useHubAction('createInvitation', {
    refreshes: ['listInvitations'],
    onDone: ({ link, invitation }) => {
      onClose()
      onInvited({ link, email: invitation.email })
    },
  })
  const target = projectId === '' ? { role } : { project: { id: projectId, role } }
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.members.inviteTitle}
      submit={t.members.inviteSubmit}
      isRunning={invite.isRunning}
      onSubmit={() => invite.run({ body: { email, ...target } })}
    >
      <TextInput
        label={t.members.email}
        type="email"
        required
        data-autofocus
        value={email}
        error={invite.problemOf('/email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={t.members.invitedTo}
        value={projectId}
        onChange={(event) => setProjectId(event.currentTarget.value)}
        data={[
          { value: '', label: t.members.allProjects },
          ...projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t.members.role}
        description={t.members.roleHints[role]}
        value={role}
        onChange={(event) => setRole(roleSchema.parse(event.currentTarget.value))}
        data={roleSchema.options.map((value) => ({ value, label: t.members.roles[value] }))}
      />
      <ChangeProblem change={invite} fields={['/email']} />
    </FormDialog>
  )
}
