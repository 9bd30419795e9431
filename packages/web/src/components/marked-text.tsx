import type { ReactElement } from 'react'
import { markParts, type TextMark } from './mark-parts.ts'
import './marked-text.css'

interface MarkedTextProps {
  readonly text: string
  readonly marks: readonly TextMark[]
}

/** Text of people, models and documents with marks in place; nothing of it is read as markup. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactElement {
  return (
    <div className="marked-text plain-text">
      {markParts(text, marks).map(({ start, text: part, mark }) =>
        mark === null ? (
          part
        ) : (
          <mark
            key={start}
            className={`marked-text-mark marked-text-${mark.kind}`}
            data-strong={mark.isStrong}
            title={mark.label}
          >
            <span className="visually-hidden">{`${mark.label}: `}</span>
            {part}
          </mark>
        ),
      )}
    </div>
  )
}
