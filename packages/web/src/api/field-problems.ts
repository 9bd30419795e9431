import { toProblem } from './to-problem.ts'

/** What is wrong with one field, by its JSON pointer (`/name`); `undefined`: nothing. */
export type FieldProblems = (pointer: string) => string | undefined

/**
 * Reads `problem.fields`, or `problem.where` where it names the field alone. The hub names the part of the request first
 * or leaves it out: `/body/name`, `/name`.
 */
export function fieldProblems(error: unknown): FieldProblems {
  const fields = readFields(error)
  return (pointer) => fields.find((field) => field.pointer === pointer)?.message
}

/** Whether all that is wrong stands beside a field of the form, so that no note over it is needed. */
export function isAllBesideFields(error: unknown, pointers: readonly string[]): boolean {
  const fields = readFields(error)
  return fields.length > 0 && fields.every(({ pointer }) => pointers.includes(pointer))
}

function readFields(error: unknown): readonly { readonly pointer: string; readonly message: string }[] {
  if (error === null || error === undefined) return []
  const { fields, where, detail, title, status } = toProblem(error)
  if (fields !== undefined)
    return fields.map(({ pointer, message }) => ({ pointer: plainPointer(pointer), message }))
  if (where === undefined || ![409, 422].includes(status) || !/^\w+$/.test(where)) return []
  return [{ pointer: `/${where}`, message: detail ?? title }]
}

const plainPointer = (pointer: string): string => pointer.replace(/^\/?(?:body|query|params)(?=\/)/, '')
