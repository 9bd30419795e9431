import { Burger, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { pressKey } from '../keyboard/shortcuts.ts'
import * as t from '../texts/texts.ts'
import { KeyboardHelp } from './keyboard-help.tsx'
import { SideBar } from './side-bar.tsx'
import './app-frame.css'

/** Around every page of somebody who is signed in. */
export function AppFrame(): ReactElement {
  const [isMenuOpen, menu] = useDisclosure(false)
  const { pathname } = useLocation()
  useEffect(() => {
    document.addEventListener('keydown', pressKey)
    return () => document.removeEventListener('keydown', pressKey)
  }, [])
  const { close } = menu
  useEffect(() => close(), [pathname, close])
  return (
    <div className="app-frame">
      <a className="skip-link" href="#main">
        {t.frame.skip}
      </a>
      <nav className="app-frame-top" aria-label={t.frame.menu}>
        <Burger opened={isMenuOpen} onClick={menu.toggle} size="sm" aria-label={t.frame.menu} />
        <Link to="/" className="app-frame-product">
          {t.frame.product}
        </Link>
      </nav>
      <aside className="app-frame-side" aria-label={t.frame.menu}>
        <SideBar />
      </aside>
      <Drawer
        opened={isMenuOpen}
        onClose={menu.close}
        size={280}
        padding="xs"
        closeButtonProps={{ 'aria-label': t.frame.closeMenu }}
        title={t.frame.menu}
      >
        <SideBar />
      </Drawer>
      <main id="main" className="app-frame-main" tabIndex={-1}>
        <Outlet />
      </main>
      <KeyboardHelp />
    </div>
  )
}
