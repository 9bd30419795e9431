import type { BodyField } from '../body-field.ts'

/** What every control of a field is given. */
export interface BodyInputProps<Field = BodyField> {
  readonly projectId: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly problem: string | undefined
}
