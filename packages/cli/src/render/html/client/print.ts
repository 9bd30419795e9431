import { renderBadge } from './case-view.ts'
import { html } from './html.ts'
import type { ReportData } from './report-data.ts'

/** On paper nothing can be opened or scrolled: tables are opened, and every failure is listed. */
export function startPrint(data: ReportData): void {
  const target = document.getElementById('print-cases')
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('details')).filter((details) => !details.open)
    for (const details of opened) details.open = true
    if (target !== null) target.innerHTML = renderFailures(data)
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
    if (target !== null) target.innerHTML = ''
  })
}

function renderFailures({ cases }: ReportData): string {
  const rows = cases
    .filter(({ passed }) => passed === false)
    .map(
      (data) =>
        html`<tr>
          <td>${data.question}</td>
          <td>${data.answer ?? data.error ?? 'none'}</td>
          <td>${data.reference}</td>
          <td>${renderBadge(data.tone, data.outcomeText)}</td>
        </tr>`,
    )
  return html`<table>
    <caption>
      All ${rows.length} failures
    </caption>
    <thead>
      <tr>
        <th scope="col">Question</th>
        <th scope="col">Answer</th>
        <th scope="col">Reference</th>
        <th scope="col">Outcome</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`.text
}
