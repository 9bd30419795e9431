import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import * as t from '../texts/texts.ts'

interface FormDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** A question. */
  readonly title: string
  readonly submit: string
  readonly onSubmit: () => void
  readonly isRunning: boolean
  /** Fields, and over the buttons what hindered it. Mounted while it is open, so that it begins anew each time. */
  readonly children: ReactNode
}

/** A short form over the page. */
export function FormDialog(props: FormDialogProps): ReactElement {
  const { isOpen, onClose, title, submit, onSubmit, isRunning, children } = props
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack>
          {children}
          <Group>
            <Button type="submit" loading={isRunning}>
              {submit}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t.components.confirm.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
