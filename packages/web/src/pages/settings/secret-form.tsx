import { PasswordInput, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'

interface SecretFormProps {
  readonly projectId: string
  /** To replace; empty: a new one. */
  readonly name: string
  readonly onClose: () => void
}

/** Sets a secret: it is written, never read again. */
export function SecretForm({ projectId, name: given, onClose }: SecretFormProps): ReactElement {
  const [name, setName] = useState(given)
  const [value, setValue] = useState('')
  const set = useHubAction('setSecret', {
    refreshes: ['listSecrets'],
    onDone: () => {
      showDone(t.settings.secretKept(name))
      onClose()
    },
  })
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={t.settings.setSecretTitle}
      submit={t.settings.setSecretSubmit}
      isRunning={set.isRunning}
      onSubmit={() => set.run({ projectId, name, body: { value } })}
    >
      <TextInput
        label={t.settings.secretName}
        description={t.settings.secretNameHint}
        required
        readOnly={given !== ''}
        pattern="[A-Z_][A-Z0-9_]*"
        maxLength={100}
        autoComplete="off"
        value={name}
        error={set.problemOf('/name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label={t.settings.secretValue}
        description={t.settings.secretValueHint}
        required
        autoComplete="off"
        value={value}
        error={set.problemOf('/value')}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <ChangeProblem change={set} fields={['/name', '/value']} />
    </FormDialog>
  )
}
