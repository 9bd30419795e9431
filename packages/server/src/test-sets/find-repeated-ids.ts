import type { FieldFault } from '../http/to-problem.ts'

/** A fault for each case of a request whose id an earlier one has. */
export function findRepeatedIds(ids: readonly string[]): readonly FieldFault[] {
  const places = new Map<string, number>()
  return ids.flatMap((id, index): FieldFault[] => {
    const earlier = places.get(id)
    if (earlier === undefined) places.set(id, index)
    return earlier === undefined
      ? []
      : [
          {
            pointer: `/cases/${index}/id`,
            message: `${id} is the id of case ${earlier + 1} of this request already`,
          },
        ]
  })
}
