import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState, type ReactElement, type ReactNode } from 'react'
import * as t from '../texts/texts.ts'

interface ConfirmTypedProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will be lost, in words. */
  readonly losses: ReactNode
  /** What must be typed: the name of the thing. Absent: a click will do, as it can be undone elsewhere. */
  readonly word?: string
  /** On the button: the verb and the thing. */
  readonly action: string
  readonly onConfirm: () => void
  readonly isRunning?: boolean
  /** What hindered it. */
  readonly problem?: ReactNode
}

/** Asks before something that cannot be taken back. */
export function ConfirmTyped(props: ConfirmTypedProps): ReactElement {
  const { isOpen, onClose, title, losses, word, action, onConfirm, isRunning = false, problem } = props
  const [typed, setTyped] = useState('')
  const close = () => {
    setTyped('')
    onClose()
  }
  const isConfirmed = word === undefined || typed.trim() === word
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isConfirmed) onConfirm()
        }}
      >
        <Stack>
          <div>{losses}</div>
          {word !== undefined && (
            <TextInput
              label={t.components.confirm.typeToConfirm(word)}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {problem}
          <Group>
            <Button type="submit" color="red" disabled={!isConfirmed} loading={isRunning}>
              {action}
            </Button>
            <Button variant="default" onClick={close}>
              {t.components.confirm.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
