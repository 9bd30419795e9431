import { roleSchema, type Role } from '@assay/contracts/hub'
import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../texts/texts.ts'

interface RoleSelectProps {
  /** `null`: no role of its own. */
  readonly value: Role | null
  readonly onChange: (role: Role | null) => void
  readonly label: string
  /** The label is read, not seen: in a table whose column says it. */
  readonly isLabelHidden?: boolean
  /** Whether no role at all may be chosen. */
  readonly mayBeNone?: boolean
  readonly isDisabled?: boolean
}

/** Chooses one of the four roles. */
export function RoleSelect(props: RoleSelectProps): ReactElement {
  const { value, onChange, label, isLabelHidden = false, mayBeNone = false, isDisabled = false } = props
  return (
    <NativeSelect
      size="xs"
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      value={value ?? ''}
      disabled={isDisabled}
      onChange={(event) => onChange(roleSchema.nullable().parse(event.currentTarget.value || null))}
      data={[
        ...(mayBeNone ? [{ value: '', label: t.members.noRole }] : []),
        ...roleSchema.options.map((role) => ({ value: role, label: t.members.roles[role] })),
      ]}
    />
  )
}
