import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useSyncExternalStore, type ReactElement } from 'react'
import { areShortcutsOn, readShortcuts, switchShortcuts, watchShortcuts } from '../keyboard/shortcuts.ts'
import { useShortcuts } from '../keyboard/use-shortcuts.ts'
import * as t from '../texts/texts.ts'

const openEvent = 'assay-keyboard-help'

export const openKeyboardHelp = (): void => {
  dispatchEvent(new Event(openEvent))
}

/** What the keys do on the page that is open; `?` opens it. */
export function KeyboardHelp(): ReactElement {
  const [isOpen, { open, close }] = useDisclosure(false)
  useShortcuts([{ key: '?', does: t.frame.keyboard.help, run: open }])
  useEffect(() => {
    addEventListener(openEvent, open)
    return () => removeEventListener(openEvent, open)
  }, [open])
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t.frame.keyboard.title}
      closeButtonProps={{ 'aria-label': t.components.close }}
    >
      <Stack>
        <KeyList />
        <KeySwitch />
      </Stack>
    </Modal>
  )
}

function KeyList(): ReactElement {
  const shortcuts = useSyncExternalStore(watchShortcuts, readShortcuts)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.frame.keyboard.key}</Table.Th>
          <Table.Th>{t.frame.keyboard.does}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shortcuts.map(({ key, does }) => (
          <Table.Tr key={`${key} ${does}`}>
            <Table.Td>
              <Kbd>{key}</Kbd>
            </Table.Td>
            <Table.Td>{does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function KeySwitch(): ReactElement {
  const isOn = useSyncExternalStore(watchShortcuts, areShortcutsOn)
  return (
    <Switch
      label={t.frame.keyboard.enabled}
      description={t.frame.keyboard.enabledHint}
      checked={isOn}
      onChange={(event) => switchShortcuts(event.currentTarget.checked)}
    />
  )
}
