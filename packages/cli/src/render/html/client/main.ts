import { createExplorer } from './explorer.ts'
import { copyText, findElement } from './page.ts'
import { startPrint } from './print.ts'
import type { ReportData } from './report-data.ts'
import { startShortcuts } from './shortcuts.ts'
import { startTheme } from './theme.ts'

document.documentElement.classList.add('has-script')
const data = JSON.parse(findElement('report-data', HTMLScriptElement).textContent ?? '') as ReportData
startTheme()
startShortcuts(createExplorer(data))
startPrint(data)
for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-copy]')))
  button.addEventListener('click', () => void copyText(button.dataset['copy'] ?? '', 'Copied'))
