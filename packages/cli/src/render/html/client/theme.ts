import { findElement, recall, remember } from './page.ts'

type Theme = 'light' | 'dark'

/** Light or dark as the system says, until the reader chooses. */
export function startTheme(): void {
  const button = findElement('theme', HTMLButtonElement)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const chosen = recall('theme')
  let theme: Theme | null = chosen === 'light' || chosen === 'dark' ? chosen : null
  const apply = () => {
    if (theme === null) delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
    button.textContent = (theme ?? (dark.matches ? 'dark' : 'light')) === 'dark' ? 'Light' : 'Dark'
  }
  button.addEventListener('click', () => {
    theme = (theme ?? (dark.matches ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark'
    remember('theme', theme)
    apply()
  })
  dark.addEventListener('change', apply)
  apply()
}
