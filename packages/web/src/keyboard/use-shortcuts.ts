import { useEffect, useRef } from 'react'
import { addShortcuts, type Shortcut } from './shortcuts.ts'

/** Keys of the open page; they stand in the list that `?` opens. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const group = useRef(shortcuts)
  useEffect(() => {
    group.current = shortcuts
  })
  useEffect(() => addShortcuts(group), [])
}
