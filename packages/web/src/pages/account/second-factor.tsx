import { Button, PasswordInput, TextInput, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { disableTwoFactor, enableTwoFactor, verifyCode } from '../../api/identity.ts'
import { refresh } from '../../api/refresh.ts'
import { useMe } from '../../api/use-me.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { QrCode } from './qr-code.tsx'

/** A code of an authenticator besides the password: set up, or switched off. */
export function SecondFactor(): ReactElement {
  const { twoFactor } = useMe()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <section className="panel">
      <Title order={2}>{t.account.second}</Title>
      <p>{twoFactor ? t.account.secondOn : t.account.secondOff}</p>
      <Button variant={twoFactor ? 'default' : 'filled'} onClick={open}>
        {twoFactor ? t.account.disable : t.account.enable}
      </Button>
      {isOpen && (twoFactor ? <DisableDialog onClose={close} /> : <EnableDialog onClose={close} />)}
    </section>
  )
}

interface DialogProps {
  readonly onClose: () => void
}

/** First the password, then the key and a code that shows it arrived. */
function EnableDialog({ onClose }: DialogProps): ReactElement {
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useMutation({ mutationFn: () => enableTwoFactor(password) })
  const verify = useMutation({
    mutationFn: () => verifyCode(code.replaceAll(' ', '')),
    onSuccess: () => {
      showDone(t.account.enabled)
      onClose()
      return refresh(client, ['getMe'])
    },
  })
  const begun = begin.data
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.account.second}
      submit={begun === undefined ? t.account.goOn : t.account.verify}
      isRunning={begin.isPending || verify.isPending}
      onSubmit={() => (begun === undefined ? begin.mutate() : verify.mutate())}
    >
      {begun === undefined ? (
        <PasswordInput
          label={t.account.confirmPassword}
          autoComplete="current-password"
          required
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      ) : (
        <>
          <div>{t.account.scan}</div>
          <QrCode text={begun.totpURI} label={t.account.qr} />
          <CopyText text={keyOf(begun.totpURI)} label={t.account.key} />
          <div>{t.account.backup}</div>
          <CopyText text={begun.backupCodes.join('\n')} label={t.account.backupLabel} />
          <TextInput
            label={t.account.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </>
      )}
      <ProblemNote error={begun === undefined ? begin.error : verify.error} />
    </FormDialog>
  )
}

/** The part of the address that can be typed. */
const keyOf = (totpURI: string): string => new URL(totpURI).searchParams.get('secret') ?? totpURI

function DisableDialog({ onClose }: DialogProps): ReactElement {
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const disable = useMutation({
    mutationFn: () => disableTwoFactor(password),
    onSuccess: () => {
      showDone(t.account.disabled)
      onClose()
      return refresh(client, ['getMe'])
    },
  })
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.account.disableTitle}
      submit={t.account.disable}
      isRunning={disable.isPending}
      onSubmit={() => disable.mutate()}
    >
      <div>{t.account.disableLosses}</div>
      <PasswordInput
        label={t.account.confirmPassword}
        autoComplete="current-password"
        required
        data-autofocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ProblemNote error={disable.error} />
    </FormDialog>
  )
}
