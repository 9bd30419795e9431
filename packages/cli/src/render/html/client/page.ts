/** The element with this id; a page without it was not made by the renderer. */
export function findElement<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof type)) throw new Error(`bug: #${id} is missing`)
  return element
}

/** Copies a text and says so where a screen reader hears it. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce(said)
  } catch {
    announce('The clipboard could not be written')
  }
}

export function announce(text: string): void {
  const status = findElement('status', HTMLElement)
  status.textContent = text
  status.classList.add('is-shown')
  setTimeout(() => status.classList.remove('is-shown'), 2500)
}

/** Remembers a choice where the browser lets a page from disk do so. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`assay-${key}`, value)
  } catch {
    // Not kept: the choice holds until the page is closed.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`assay-${key}`)
  } catch {
    return null
  }
}
