import { NativeSelect, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { signOut } from '../api/identity.ts'
import { useMe } from '../api/use-me.ts'
import * as t from '../texts/texts.ts'
import { openKeyboardHelp } from './keyboard-help.tsx'

/** Theme, keys, and the way out. */
export function SideBarFoot(): ReactElement {
  const { name } = useMe()
  const leave = useSignOut()
  return (
    <div className="side-bar-foot">
      <ThemeSwitch />
      <div className="side-bar-group">
        <button type="button" className="side-bar-link" onClick={openKeyboardHelp}>
          {t.frame.keyboard.open}
        </button>
        <button type="button" className="side-bar-link" onClick={leave}>
          {t.frame.signOut(name)}
        </button>
      </div>
    </div>
  )
}

function ThemeSwitch(): ReactElement {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <NativeSelect
      label={t.frame.theme.label}
      size="xs"
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      data={[
        { value: 'auto', label: t.frame.theme.auto },
        { value: 'light', label: t.frame.theme.light },
        { value: 'dark', label: t.frame.theme.dark },
      ]}
    />
  )
}

function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () =>
    void signOut().finally(() => {
      // Nothing of this person may be seen by the next one.
      client.clear()
      void navigate({ to: '/sign-in' })
    })
}
