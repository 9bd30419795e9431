import type { FieldProblems } from '../../api/field-problems.ts'

/** Faults of a body, by their place in it: the hub names them below `/body`, with or without the part of the request. */
export const toBodyProblems =
  (problemOf: FieldProblems): FieldProblems =>
  (pointer) =>
    problemOf(pointer) ?? problemOf(`/body${pointer}`)
