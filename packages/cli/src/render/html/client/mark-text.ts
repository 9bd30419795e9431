import { html, joinHtml, type Html } from './html.ts'
import type { Span } from './report-data.ts'

export interface TextMark {
  readonly span: Span
  /** Class of the mark: `present`, `contradicted`, `evidence`, … */
  readonly kind: string
  /** Said by a screen reader, and shown where the mark is printed. */
  readonly label: string
}

/** A text with marks in place. Marks that overlap an earlier one, are empty or lie outside the text are left out. */
export function markText(text: string, marks: readonly TextMark[]): Html {
  const parts: Html[] = []
  let position = 0
  for (const { span, kind, label } of [...marks].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = span
    if (start < position || end <= start || end > text.length) continue
    parts.push(html`${text.slice(position, start)}`)
    parts.push(
      html`<mark class="${kind}"><span class="sr-only">${label}: </span>${text.slice(start, end)}</mark>`,
    )
    position = end
  }
  parts.push(html`${text.slice(position)}`)
  return joinHtml(parts)
}
