import type { Role } from '@assay/contracts/hub'
import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { RoleSelect } from '../../components/role-select.tsx'
import * as t from '../../texts/texts.ts'

interface InviteMemberProps {
  readonly projectId: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onInvited: (made: { readonly link: string; readonly email: string }) => void
}

/** Invites somebody new to this project alone. */
export function InviteMember({ projectId, isOpen, onClose, onInvited }: InviteMemberProps): ReactElement {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('reviewer')
  const invite = useHubAction('inviteToProject', {
    refreshes: ['listInvitations'],
    onDone: ({ link, invitation }) => {
      onClose()
      onInvited({ link, email: invitation.email })
    },
  })
  return (
    <FormDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t.members.inviteTitle}
      submit={t.members.inviteSubmit}
      isRunning={invite.isRunning}
      onSubmit={() => invite.run({ projectId, body: { email, role } })}
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
      <RoleSelect label={t.members.role} value={role} onChange={(next) => setRole(next ?? role)} />
      <ChangeProblem change={invite} fields={['/email']} />
    </FormDialog>
  )
}
