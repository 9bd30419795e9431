import { Button, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { verifyBackupCode, verifyCode } from '../../api/identity.ts'
import { GuestFrame } from '../../components/guest-frame.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'

interface CodeFormProps {
  readonly onDone: () => void
  readonly onBack: () => void
}

/** The second step: a code of the authenticator, or one of the backup codes. */
export function CodeForm({ onDone, onBack }: CodeFormProps): ReactElement {
  const [code, setCode] = useState('')
  const [isBackup, setBackup] = useState(false)
  const verify = useMutation({
    mutationFn: () => (isBackup ? verifyBackupCode(code.trim()) : verifyCode(code.replaceAll(' ', ''))),
    onSuccess: onDone,
  })
  return (
    <GuestFrame question={t.signIn.code.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          verify.mutate()
        }}
      >
        <TextInput
          key={String(isBackup)}
          label={isBackup ? t.signIn.code.backupLabel : t.signIn.code.label}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode={isBackup ? 'text' : 'numeric'}
          required
          data-autofocus
        />
        <ProblemNote error={verify.error} />
        <Button type="submit" loading={verify.isPending}>
          {t.signIn.code.submit}
        </Button>
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setBackup(!isBackup)
              setCode('')
              verify.reset()
            }}
          >
            {isBackup ? t.signIn.code.useApp : t.signIn.code.useBackup}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={onBack}>
            {t.signIn.code.back}
          </Button>
        </Group>
      </form>
    </GuestFrame>
  )
}
