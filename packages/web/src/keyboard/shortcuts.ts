/** What one key does on the page that is open. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names it: `j`, `Enter`, `/`. */
  readonly key: string
  /** For the list that `?` opens. */
  readonly does: string
  /** Returns `false` where it did nothing, so that the browser's own meaning holds. */
  readonly run: () => boolean | void
}

const offKey = 'assay-shortcuts-off'
const groups = new Set<{ current: readonly Shortcut[] }>()
const listeners = new Set<() => void>()
let shown: readonly Shortcut[] = []

/** Shortcuts of the open page, for its list of keys. Compare by identity. */
export const readShortcuts = (): readonly Shortcut[] => shown

export function watchShortcuts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Adds a group of shortcuts until the returned function is called; `group.current` may be replaced meanwhile. */
export function addShortcuts(group: { current: readonly Shortcut[] }): () => void {
  groups.add(group)
  announce()
  return () => {
    groups.delete(group)
    announce()
  }
}

function announce(): void {
  shown = [...groups].flatMap(({ current }) => current)
  for (const listener of listeners) listener()
}

/** WCAG 2.1.4: whoever speaks to the computer can switch single keys off. */
export const areShortcutsOn = (): boolean => localStorage.getItem(offKey) === null

export function switchShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(offKey)
  else localStorage.setItem(offKey, 'yes')
  announce()
}

/** Acts on a key that was pressed outside of any field. The group added last wins. */
export function pressKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (!areShortcutsOn() || isTyping(event.target)) return
  for (const group of [...groups].reverse())
    for (const shortcut of group.current)
      if (shortcut.key === event.key && shortcut.run() !== false) {
        event.preventDefault()
        return
      }
}

/** In a field keys write; on a button or link Enter and space press it; in a dialog the page behind it rests. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox]), textarea, select, [role=dialog], [role=listbox], [role=menu]',
    ) !== null
  )
}
