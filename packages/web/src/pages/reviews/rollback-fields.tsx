import { Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import * as t from '../../texts/texts.ts'
import { VersionSelect } from './version-select.tsx'

export interface TypedRollback {
  /** `null`: there is no plan. */
  readonly version: number | null
  readonly note: string
}

export const toRollback = ({ version, note }: TypedRollback) =>
  version === null ? null : { version, note: note.trim() }

interface RollbackFieldsProps {
  readonly projectId: string
  readonly targetId: string
  /** The version under review: going back leads elsewhere. */
  readonly version: number
  readonly plan: TypedRollback
  readonly onChange: (plan: TypedRollback) => void
  readonly problemOf: FieldProblems
}

/** Which version to return to if this one goes wrong, and how. */
export function RollbackFields(props: RollbackFieldsProps): ReactElement {
  const { projectId, targetId, version, plan, onChange, problemOf } = props
  const words = t.reviews.open
  return (
    <>
      <VersionSelect
        projectId={projectId}
        documentId={targetId}
        label={words.rollbackTo}
        value={plan.version === null ? '' : String(plan.version)}
        others={[{ value: '', label: words.noRollback }]}
        without={version}
        error={problemOf('/rollback/version')}
        onChange={(value) => onChange({ ...plan, version: value === '' ? null : Number(value) })}
      />
      {plan.version !== null && (
        <Textarea
          label={words.rollbackNote}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          value={plan.note}
          error={problemOf('/rollback/note')}
          onChange={(event) => onChange({ ...plan, note: event.currentTarget.value })}
        />
      )}
    </>
  )
}
