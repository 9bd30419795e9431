import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { toProblem } from '../api/to-problem.ts'
import * as t from '../texts/texts.ts'
import './problem-note.css'

interface ProblemNoteProps {
  /** Nothing is drawn where it is `null`. */
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** What went wrong, where, and what to do, in place of what could not be shown; the rest of the page stays usable. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps): ReactElement | null {
  if (error === null || error === undefined) return null
  const { code, title, detail, where, fix, requestId } = toProblem(error)
  return (
    <div className="problem-note" role="alert">
      <p className="problem-note-title">
        <span className="problem-note-code">{code}</span> {title}
      </p>
      <dl>
        {detail !== undefined && detail !== title && <dd className="problem-note-detail">{detail}</dd>}
        {where !== undefined && <Part name={t.problems.where} text={where} />}
        {fix !== undefined && <Part name={t.problems.fix} text={fix} />}
        {requestId !== '' && <Part name={t.problems.requestId} text={requestId} />}
      </dl>
      {onRetry !== undefined && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t.problems.tryAgain}
        </Button>
      )}
    </div>
  )
}

function Part({ name, text }: { readonly name: string; readonly text: string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}
