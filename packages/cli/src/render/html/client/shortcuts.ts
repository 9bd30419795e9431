import type { Explorer } from './explorer.ts'
import { findElement, recall, remember } from './page.ts'

/** Single keys, as the list of the help dialog says; the reader can turn them off there. */
export function startShortcuts(explorer: Explorer): void {
  const dialog = findElement('help', HTMLDialogElement)
  const box = findElement('shortcuts-on', HTMLInputElement)
  box.checked = recall('shortcuts') !== 'off'
  box.addEventListener('change', () => remember('shortcuts', box.checked ? 'on' : 'off'))
  findElement('open-help', HTMLButtonElement).addEventListener('click', () => dialog.showModal())

  const actions: Readonly<Record<string, () => void>> = {
    j: () => explorer.step(1),
    k: () => explorer.step(-1),
    Enter: () => explorer.focusCase(),
    '/': () => explorer.focusSearch(),
    x: () => explorer.dispute(),
    Escape: () => explorer.close(),
    '?': () => dialog.showModal(),
  }
  addEventListener('keydown', (event) => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return
    const action = actions[event.key]
    if (action === undefined || isHandledByElement(event)) return
    event.preventDefault()
    action()
  })
}

/** Typing stays typing, and Enter on a link or button stays a click. */
function isHandledByElement(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input, select, textarea, [contenteditable]')) {
    if (event.key === 'Escape') target.blur()
    return true
  }
  return event.key === 'Enter' && target.matches('a, button, summary')
}
