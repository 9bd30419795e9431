import type { AssayError } from '@assay/contracts'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import '../../components/problem-note.css'

/** What broke an evaluation off, as its run wrote it down. */
export function StoredProblem({
  error: { code, message, where, fix },
}: {
  readonly error: AssayError
}): ReactElement {
  return (
    <div className="problem-note">
      <p className="problem-note-title">
        <span className="problem-note-code">{code}</span> {message}
      </p>
      <dl>
        {where !== undefined && (
          <>
            <dt>{t.problems.where}</dt>
            <dd>{where}</dd>
          </>
        )}
        {fix !== undefined && (
          <>
            <dt>{t.problems.fix}</dt>
            <dd>{fix}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
