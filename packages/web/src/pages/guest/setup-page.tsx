import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { hub } from '../../api/hub.ts'
import { useHub } from '../../api/use-hub.ts'
import { GuestFrame } from '../../components/guest-frame.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { NewPersonForm } from './new-person-form.tsx'
import { useFirstSignIn } from './use-first-sign-in.ts'

const route = getRouteApi('/setup')

/** Opened by the one-time link of the terminal. */
export function SetupPage(): ReactElement {
  const { token, next } = route.useSearch()
  const setup = useHub('getSetup')
  if (setup.data?.needsOwner === false)
    return (
      <GuestFrame question={t.signIn.setup.done.title} answer={t.signIn.setup.done.answer}>
        <ButtonLink to="/sign-in">{t.signIn.setup.done.signIn}</ButtonLink>
      </GuestFrame>
    )
  if (token === undefined)
    return (
      <GuestFrame question={t.signIn.setup.noToken.title} answer={t.signIn.setup.noToken.answer}>
        <ProblemNote error={setup.error} onRetry={() => void setup.refetch()} />
      </GuestFrame>
    )
  return <OwnerForm token={token} next={next} />
}

function OwnerForm({
  token,
  next,
}: {
  readonly token: string
  readonly next: string | undefined
}): ReactElement {
  const action = useFirstSignIn((person) => hub.createOwner({ body: { token, ...person } }), next)
  return (
    <GuestFrame question={t.signIn.setup.title} answer={t.signIn.setup.answer}>
      <NewPersonForm submit={t.signIn.setup.submit} action={action} onSubmit={action.run} />
    </GuestFrame>
  )
}
