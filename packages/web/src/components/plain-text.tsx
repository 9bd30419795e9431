import type { ReactElement } from 'react'

/** Text of people, models and documents: shown letter by letter, nothing of it is read as markup. */
export function PlainText({ text }: { readonly text: string }): ReactElement {
  return <span className="plain-text">{text}</span>
}
