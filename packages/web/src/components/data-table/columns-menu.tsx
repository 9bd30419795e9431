import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'

interface ColumnsMenuProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[]
  readonly isShown: (id: string) => boolean
  readonly onToggle: (id: string) => void
}

/** Which columns a table shows. The first one names the row and stays. */
export function ColumnsMenu({ columns, isShown, onToggle }: ColumnsMenuProps): ReactElement {
  return (
    <Popover position="bottom-end" trapFocus shadow="xs">
      <Popover.Target>
        <Button className="no-print" variant="default" size="compact-sm">
          {t.components.table.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.components.table.columnsHint}>
        <Stack gap="xs">
          {columns.slice(1).map(({ id, title }) => (
            <Checkbox key={id} label={title} checked={isShown(id)} onChange={() => onToggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
