import { Button, PasswordInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { changePassword } from '../../api/identity.ts'
import { refresh } from '../../api/refresh.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

/** Another password; all other sessions end. */
export function PasswordChange(): ReactElement {
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      showDone(t.account.passwordDone)
      return refresh(client, ['listSessions'])
    },
  })
  return (
    <section className="panel">
      <Title order={2}>{t.account.password}</Title>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <PasswordInput
          label={t.account.current}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t.account.next}
          description={t.account.passwordHint}
          autoComplete="new-password"
          required
          minLength={12}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <ProblemNote error={change.error} />
        <div>
          <Button type="submit" loading={change.isPending}>
            {t.account.passwordSubmit}
          </Button>
        </div>
      </form>
    </section>
  )
}
