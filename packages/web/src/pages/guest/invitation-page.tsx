import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { hub } from '../../api/hub.ts'
import { useHub } from '../../api/use-hub.ts'
import { GuestFrame } from '../../components/guest-frame.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { NewPersonForm } from './new-person-form.tsx'
import { useFirstSignIn } from './use-first-sign-in.ts'

const route = getRouteApi('/invitation')

/** Opened by the link of an invitation. */
export function InvitationPage(): ReactElement {
  const { token } = route.useSearch()
  if (token !== undefined) return <Invitation token={token} />
  return <GuestFrame question={t.signIn.invitation.title} answer={t.signIn.invitation.noToken} />
}

function Invitation({ token }: { readonly token: string }): ReactElement {
  const invitation = useHub('readInvitation', { body: { token } })
  const action = useFirstSignIn(({ name, password }) =>
    hub.acceptInvitation({ body: { token, name, password } }),
  )
  const found = invitation.data
  return (
    <GuestFrame
      question={t.signIn.invitation.title}
      answer={
        found !== undefined && (
          <>
            {t.signIn.invitation.answer(
              found.invitedBy,
              found.project === null ? t.signIn.invitation.hub : t.signIn.invitation.project(found.project),
            )}{' '}
            {found.role !== null && t.signIn.invitation.as(t.members.roles[found.role])}
          </>
        )
      }
    >
      <ProblemNote error={invitation.error} />
      {found !== undefined && (
        <NewPersonForm
          email={found.email}
          submit={t.signIn.invitation.submit}
          action={action}
          onSubmit={action.run}
        />
      )}
    </GuestFrame>
  )
}
