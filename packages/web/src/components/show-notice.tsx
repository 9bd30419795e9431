import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { ProblemNote } from './problem-note.tsx'
import * as t from '../texts/texts.ts'

/** Long enough to read and to reach the button; it waits while the pointer or the focus is on it. */
const shownMs = 15_000

/** Says what was done, with a button that takes it back. Spoken by screen readers when it appears. */
export function showUndo(done: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{done}</span>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {t.components.undo}
        </Button>
      </Group>
    ),
    autoClose: shownMs,
    withBorder: true,
    closeButtonProps: { 'aria-label': t.components.close },
  })
}

/** Says that something is done, where nothing needs to be taken back. */
export function showDone(done: string): void {
  notifications.show({
    message: done,
    autoClose: 6_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': t.components.close },
  })
}

/** What hindered something that was done in a row or a menu, where there is no room to say it; it stays until it is closed. */
export function showProblem(error: Error): void {
  notifications.show({
    message: <ProblemNote error={error} />,
    autoClose: false,
    withBorder: true,
    color: 'red',
    closeButtonProps: { 'aria-label': t.components.close },
  })
}
