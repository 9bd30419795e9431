import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { isAllBesideFields } from '../api/field-problems.ts'
import * as t from '../texts/texts.ts'
import { ProblemNote } from './problem-note.tsx'
import './problem-note.css'

interface ChangeProblemProps {
  /** Of `useHubChange`, or of `useHubAction`, which knows no conflict. */
  readonly change: {
    readonly error: Error | null
    readonly isConflict?: boolean
    readonly keepMine?: () => void
    readonly takeTheirs?: () => void
  }
  /** Pointers of the form's fields: what is said beside them is not said again. */
  readonly fields?: readonly string[]
}

/** What hindered a change: somebody else's change with the choice what to do, or the problem. */
export function ChangeProblem({ change, fields = [] }: ChangeProblemProps): ReactElement | null {
  if (change.error === null || isAllBesideFields(change.error, fields)) return null
  if (change.isConflict !== true) return <ProblemNote error={change.error} />
  return (
    <div className="problem-note conflict-note" role="alert">
      <p className="problem-note-title">{t.problems.conflict.title}</p>
      <div>{t.problems.conflict.text}</div>
      <div className="conflict-note-actions">
        <Button size="xs" variant="default" onClick={change.takeTheirs}>
          {t.problems.conflict.reload}
        </Button>
        <Button size="xs" variant="default" onClick={change.keepMine}>
          {t.problems.conflict.keepMine}
        </Button>
      </div>
    </div>
  )
}
