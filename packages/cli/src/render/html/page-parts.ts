import { html, type Html } from './client/html.ts'

/** A part of the page that answers one question. */
export const renderSection = (id: string, title: string, body: Html): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`

export interface HtmlTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | Html)[])[]
}

export function renderHtmlTable({ caption, columns, rows }: HtmlTable): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`)
  const body = rows.map(
    ([first = '', ...rest]) =>
      html`<tr>
        <th scope="row">${first}</th>
        ${rest.map((cell) => html`<td>${cell}</td>`)}
      </tr>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <caption class="sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`
}

/** The table behind a chart, folded away. */
export const renderFoldedTable = (table: HtmlTable): Html =>
  html`<details>
    <summary>As a table<span class="sr-only">: ${table.caption}</span></summary>
    ${renderHtmlTable(table)}
  </details>`

/** The sentence under a chart. */
export const renderReading = (text: string): Html => html`<p class="reading">${text}</p>`

/** The address of the cases with these properties, failures only unless told. */
export function casesHref(filters: Readonly<Record<string, string>>): string {
  return `#cases?${new URLSearchParams(filters).toString()}`
}
