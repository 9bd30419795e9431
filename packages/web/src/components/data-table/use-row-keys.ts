import { useState, type RefObject } from 'react'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'

interface RowKeysOptions {
  readonly body: RefObject<HTMLElement | null>
  readonly count: number
  /** Another table of the page has the keys. */
  readonly isOff: boolean
  readonly scrollTo: (index: number) => void
  /** Absent: rows cannot be selected. */
  readonly toggle?: ((index: number) => void) | undefined
}

/** `j` `k` walk through the rows, `Enter` opens one by its first link, `x` selects. Returns the row they stand on. */
export function useRowKeys({ body, count, isOff, scrollTo, toggle }: RowKeysOptions): number | null {
  const [current, setCurrent] = useState<number | null>(null)
  const rowAt = (index: number) => body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
  const move = (step: 1 | -1) => {
    if (count === 0) return false
    const next = current === null ? 0 : Math.min(count - 1, Math.max(0, current + step))
    setCurrent(next)
    scrollTo(next)
    // A row out of sight is drawn after the scroll.
    requestAnimationFrame(() => requestAnimationFrame(() => rowAt(next)?.focus({ preventScroll: true })))
    return true
  }
  const open = () => {
    const focused = document.activeElement
    if (current === null || focused?.matches('a, button, summary') === true) return false
    const link = rowAt(current)?.querySelector<HTMLElement>('a, [data-opens]')
    link?.click()
    return link !== null && link !== undefined
  }
  const select = () => {
    if (current !== null) toggle?.(current)
    return current !== null
  }
  const keys = [
    { key: 'j', does: t.components.table.next, run: () => move(1) },
    { key: 'k', does: t.components.table.previous, run: () => move(-1) },
    { key: 'Enter', does: t.components.table.open, run: open },
    ...(toggle === undefined ? [] : [{ key: 'x', does: t.components.table.toggle, run: select }]),
  ]
  useShortcuts(isOff ? [] : keys)
  return current
}
