import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { signIn, startProviderSignIn } from '../../api/identity.ts'
import { useHub } from '../../api/use-hub.ts'
import { GuestFrame } from '../../components/guest-frame.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { CodeForm } from './code-form.tsx'
import { toInnerPath } from './to-inner-path.ts'

const route = getRouteApi('/sign-in')

export function SignInPage(): ReactElement {
  const { error } = route.useSearch()
  const [needsCode, setNeedsCode] = useState(false)
  const enter = useEntry()
  const setup = useHub('getSetup')
  if (setup.data?.needsOwner === true)
    return <GuestFrame question={t.signIn.setup.noToken.title} answer={t.signIn.setup.noToken.answer} />
  if (needsCode) return <CodeForm onDone={enter} onBack={() => setNeedsCode(false)} />
  return (
    <GuestFrame question={t.signIn.title}>
      <Stack>
        {error !== undefined && (
          <p className="bad" role="alert">
            {t.signIn.byProvider(error)}
          </p>
        )}
        <PasswordForm onDone={(step) => (step.needsCode ? setNeedsCode(true) : enter())} />
        <Providers />
        <p className="quiet">{t.signIn.forgot}</p>
      </Stack>
    </GuestFrame>
  )
}

/** Goes on to where the reader came from. */
function useEntry(): () => void {
  const { next } = route.useSearch()
  const client = useQueryClient()
  const router = useRouter()
  return () => {
    client.clear()
    router.history.push(toInnerPath(next))
  }
}

function PasswordForm({
  onDone,
}: {
  readonly onDone: (step: { readonly needsCode: boolean }) => void
}): ReactElement {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({ mutationFn: () => signIn(email, password), onSuccess: onDone })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      <TextInput
        label={t.signIn.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t.signIn.password}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ProblemNote error={enter.error} />
      <Button type="submit" loading={enter.isPending}>
        {t.signIn.submit}
      </Button>
    </form>
  )
}

/** Other ways in. */
function Providers(): ReactElement | null {
  const { next } = route.useSearch()
  const setup = useHub('getSetup')
  const go = useMutation({
    mutationFn: (id: string) => startProviderSignIn(id, toInnerPath(next)),
    onSuccess: (url) => window.location.assign(url),
  })
  if (setup.error !== null) return <ProblemNote error={setup.error} onRetry={() => void setup.refetch()} />
  if (setup.data === undefined) return null
  if (setup.data.signInWith.length === 0) return null
  return (
    <>
      <Divider label={t.signIn.or} />
      {setup.data.signInWith.map(({ id, name }) => (
        <Button key={id} variant="default" loading={go.isPending} onClick={() => go.mutate(id)}>
          {t.signIn.with(name)}
        </Button>
      ))}
      <ProblemNote error={go.error} />
    </>
  )
}
